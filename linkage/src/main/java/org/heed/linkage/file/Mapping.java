package org.heed.linkage.file;

import java.util.Map;
import org.heed.linkage.Layout;

/**
 * Which column of a file holds what.
 *
 * @param file the mapping's own file, to be named where a column is missing
 * @param id the column with one identifier for each record
 * @param layout the columns to compare
 * @param lines where in the mapping each column is named
 */
public record Mapping(String file, String id, Layout layout, Map<String, Integer> lines) {
  public Mapping {
    lines = Map.copyOf(lines);
  }

  /** Where a column is named, as “file:line”. */
  String place(String column) {
    return file + ":" + lines.getOrDefault(column, 1);
  }
}
