package org.heed.server.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a field's value comes from.
 *
 * @param line of the mapping that says so
 * @param columns of the file; several are joined
 * @param join stands between several columns' values
 * @param value taken where there is no column, or it is empty
 * @param values what the file's values are in Heed; empty for as they are
 * @param otherwise what a value that {@code values} does not list is; null refuses the row
 * @param times how moments are written
 */
record FieldSource(
    int line,
    List<String> columns,
    String join,
    @Nullable String value,
    Map<String, String> values,
    @Nullable String otherwise,
    Moments times) {
  FieldSource {
    columns = List.copyOf(columns);
    values = Map.copyOf(values);
  }

  /** The columns as a person would name them. */
  String columnNames() {
    return String.join(" + ", columns);
  }

  /** What the row holds for it, before {@code values}: stripped, null where empty. */
  @Nullable String raw(Map<String, String> cells) {
    if (columns.size() == 1) {
      return stripped(cells.get(columns.getFirst()));
    }
    StringBuilder joined = new StringBuilder();
    for (String column : columns) {
      String cell = stripped(cells.get(column));
      if (cell != null) {
        joined.append(joined.isEmpty() ? "" : join).append(cell);
      }
    }
    return joined.isEmpty() ? null : joined.toString();
  }

  private static @Nullable String stripped(@Nullable String cell) {
    if (cell == null) {
      return null;
    }
    String stripped = cell.strip();
    return stripped.isEmpty() ? null : stripped;
  }
}
