package org.heed.server.web;

import org.jspecify.annotations.Nullable;

/**
 * A table as comma-separated text (RFC 4180). A text that a spreadsheet would take for a formula
 * gets an apostrophe before it, since people type titles and names.
 */
public final class CsvText {
  private final StringBuilder text = new StringBuilder();

  public CsvText(Object... header) {
    row(header);
  }

  /** Adds a row; null is an empty field. */
  public void row(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      text.append(i == 0 ? "" : ",").append(value == null ? "" : field(value.toString()));
    }
    text.append("\r\n");
  }

  private static String field(String value) {
    boolean number = value.matches("-?[0-9.]+(E-?[0-9]+)?");
    String safe = !number && value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** All rows. */
  public String text() {
    return text.toString();
  }
}
