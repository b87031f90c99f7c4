package org.heed.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.rulebook.Mark;

/** The policing context set: mentions with the marks that two markers and an adjudicator gave. */
record MarkedMentions(List<Mention> mentions) {
  MarkedMentions {
    mentions = List.copyOf(mentions);
  }

  /**
   * A phrase in a text.
   *
   * @param start its first code point
   * @param end after its last code point
   * @param subject the word for whose situation it is
   */
  record Mention(int number, String text, int start, int end, Set<Mark> marks, String subject) {
    Mention {
      marks = Set.copyOf(marks);
    }

    /** Whether rules may be measured on it but not written with it. */
    boolean heldOut() {
      return number % 2 == 0;
    }
  }

  static MarkedMentions load() throws IOException {
    Map<String, Map<String, String>> first = byId("marks-a.tsv");
    Map<String, Map<String, String>> second = byId("marks-b.tsv");
    Map<String, Map<String, String>> decided = new HashMap<>();
    for (Map<String, String> row : rows("adjudication.tsv")) {
      decided
          .computeIfAbsent(cell(row, "id"), _ -> new HashMap<>())
          .put(cell(row, "mark"), cell(row, "decided"));
    }
    List<Mention> mentions = new ArrayList<>();
    for (Map<String, String> row : rows("mentions.tsv")) {
      String id = cell(row, "id");
      Map<String, String> a = first.getOrDefault(id, Map.of());
      Map<String, String> b = second.getOrDefault(id, Map.of());
      Map<String, String> third = decided.getOrDefault(id, Map.of());
      Set<Mark> marks = EnumSet.noneOf(Mark.class);
      for (Mark mark : Mark.values()) {
        if (Boolean.parseBoolean(agreed(mark.word(), a, b, third))) {
          marks.add(mark);
        }
      }
      String text = cell(row, "text").replace("\\n", "\n");
      String phrase = cell(row, "phrase");
      int at = text.indexOf(phrase);
      if (at < 0) {
        throw new IllegalStateException(id + " does not hold its phrase");
      }
      int start = text.codePointCount(0, at);
      int end = start + phrase.codePointCount(0, phrase.length());
      mentions.add(
          new Mention(
              Integer.parseInt(id.substring(1)),
              text,
              start,
              end,
              marks,
              agreed("subject", a, b, third)));
    }
    return new MarkedMentions(mentions);
  }

  private static String agreed(
      String mark, Map<String, String> a, Map<String, String> b, Map<String, String> decided) {
    String third = decided.get(mark);
    if (third != null) {
      return third;
    }
    if (!cell(a, mark).equals(cell(b, mark))) {
      throw new IllegalStateException("nobody decided " + mark);
    }
    return cell(a, mark);
  }

  private static Map<String, Map<String, String>> byId(String file) throws IOException {
    Map<String, Map<String, String>> byId = new HashMap<>();
    rows(file).forEach(row -> byId.put(cell(row, "id"), row));
    return byId;
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    try (InputStream in = MarkedMentions.class.getResourceAsStream("policing-context/" + file)) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      String[] names = lines.getFirst().split("\t", -1);
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
          row.put(names[i], cells[i]);
        }
        rows.add(row);
      }
      return rows;
    }
  }

  private static String cell(Map<String, String> row, String name) {
    String cell = row.get(name);
    if (cell == null) {
      throw new IllegalStateException("there is no " + name);
    }
    return cell;
  }
}
