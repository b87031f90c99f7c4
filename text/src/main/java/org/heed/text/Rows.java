package org.heed.text;

import java.util.Arrays;
import java.util.List;

/**
 * Rows of numbers, one behind the other.
 *
 * @param from where each row begins in {@code items}; one more entry closes the last
 */
@SuppressWarnings("ArrayRecordComponent")
record Rows(int[] from, int[] items) {
  static Rows of(List<int[]> rows) {
    int[] from = new int[rows.size() + 1];
    for (int row = 0; row < rows.size(); row++) {
      from[row + 1] = from[row] + rows.get(row).length;
    }
    return new Rows(from, rows.stream().flatMapToInt(Arrays::stream).toArray());
  }

  int size() {
    return from.length - 1;
  }

  /** Where a row begins. */
  int from(int row) {
    return from[row];
  }

  /** After a row's last number. */
  int to(int row) {
    return from[row + 1];
  }

  int item(int at) {
    return items[at];
  }

  /** Whether a row, whose numbers are in order, holds one. */
  boolean has(int row, int item) {
    int low = from[row];
    int high = from[row + 1] - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (items[middle] == item) {
        return true;
      }
      if (items[middle] < item) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "Rows[" + size() + ", " + items.length + " numbers]";
  }
}
