package org.heed.figures.release;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table as CSV (RFC 4180): its dimensions, the count, and why there is none. */
final class CsvText {
  private CsvText() {}

  static String of(ReleaseTable table) {
    StringBuilder text = new StringBuilder();
    List<String> header = new ArrayList<>(table.dimensions());
    header.addAll(List.of("count", "status"));
    line(text, header);
    for (ReleaseTable.Row row : table.rows()) {
      List<String> values = new ArrayList<>(row.labels());
      values.add(row.count() == null ? "" : Long.toString(row.count()));
      values.add(row.status().symbol());
      line(text, values);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> values) {
    text.append(values.stream().map(CsvText::field).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  private static String field(String value) {
    return value.matches("(?s).*[\",\\r\\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
