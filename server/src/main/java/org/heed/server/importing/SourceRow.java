package org.heed.server.importing;

import java.util.List;
import java.util.Map;
import org.heed.server.person.Ties;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file.
 *
 * @param line where it begins in the file, from 1
 * @param cells by column; absent or empty: nothing there
 * @param groups NDJSON: lists of objects, by name
 * @param fault why it is no row after all
 * @param tie what it says of two people, where it is no report
 */
record SourceRow(
    long line,
    Map<String, String> cells,
    Map<String, List<Map<String, String>>> groups,
    @Nullable Refusal fault,
    Ties.@Nullable Said tie) {

  SourceRow(
      long line,
      Map<String, String> cells,
      Map<String, List<Map<String, String>>> groups,
      @Nullable Refusal fault) {
    this(line, cells, groups, fault, null);
  }

  static SourceRow of(long line, Map<String, String> cells) {
    return new SourceRow(line, cells, Map.of(), null);
  }

  static SourceRow tied(long line, Ties.Said tie) {
    return new SourceRow(line, Map.of(), Map.of(), null, tie);
  }

  static SourceRow broken(Refusal fault) {
    return new SourceRow(fault.line(), Map.of(), Map.of(), fault);
  }

  /** The line only; the rest is personal. */
  @Override
  public String toString() {
    return "SourceRow[" + line + "]";
  }
}
