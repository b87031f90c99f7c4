package org.heed.linkage.file;

import org.jspecify.annotations.Nullable;

/** Takes the rows of a file in order. */
@FunctionalInterface
interface RowSink {
  /**
   * Takes one row.
   *
   * @param line where it begins; of a file without lines, which record it is
   * @param id as it stands in the file
   * @param values in the order of the mapping's layout; the array is used again
   */
  void row(long line, @Nullable String id, @Nullable String[] values);
}
