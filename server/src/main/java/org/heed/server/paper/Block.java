package org.heed.server.paper;

import java.util.List;

/** A piece of a paper, from top to bottom. */
public sealed interface Block {

  /** Begins a part that the index names. */
  record Part(String title) implements Block {
    /** Nothing: a title may be personal. */
    @Override
    public String toString() {
      return "Part[]";
    }
  }

  /** Begins a piece of a part. */
  record Piece(Text title) implements Block {}

  /** A paragraph. */
  record Paragraph(Text text) implements Block {}

  /** Names and what they are, such as who made it. */
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** A name and what it is. */
  record Fact(String name, Text value) {}

  /** A table; every row has as many cells as there are columns, and begins with its heading. */
  record Table(String caption, List<String> columns, List<List<Text>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      int width = columns.size();
      if (rows.stream().anyMatch(row -> row.size() != width)) {
        throw new IllegalArgumentException("a row has as many cells as there are columns");
      }
    }
  }
}
