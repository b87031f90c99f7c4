package org.heed.server.paper;

import java.time.Instant;
import java.util.List;

/**
 * A paper.
 *
 * @param reference what stands at the foot of each page, without anybody's name
 * @param about what it is, for whoever looks a file over
 * @param made when, which is its date wherever it is set
 */
public record Paper(
    String title, String reference, String about, Instant made, List<Block> blocks) {
  public Paper {
    blocks = List.copyOf(blocks);
  }

  /** How many gaps it has. */
  public int gaps() {
    return blocks.stream()
        .mapToInt(block ->
            switch (block) {
              case Block.Part _ -> 0;
              case Block.Piece piece -> piece.title().gaps();
              case Block.Paragraph paragraph -> paragraph.text().gaps();
              case Block.Facts facts ->
                  facts.facts().stream().mapToInt(fact -> fact.value().gaps()).sum();
              case Block.Table table ->
                  table.rows().stream().flatMap(List::stream).mapToInt(Text::gaps).sum();
            })
        .sum();
  }

  /** The reference only. */
  @Override
  public String toString() {
    return "Paper[" + reference + "]";
  }
}
