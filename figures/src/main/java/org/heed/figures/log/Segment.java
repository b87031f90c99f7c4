package org.heed.figures.log;

import java.util.Arrays;

/**
 * Frozen columns of changes in order of position. Five bytes a row and two more for each clock and
 * dimension.
 */
final class Segment {
  private final long first;
  private final int[] known;
  private final byte[] sign;
  private final char[][] days;
  private final char[][] codes;

  private Segment(long first, int[] known, byte[] sign, char[][] days, char[][] codes) {
    this.first = first;
    this.known = known;
    this.sign = sign;
    this.days = days;
    this.codes = codes;
  }

  int size() {
    return known.length;
  }

  long bytes() {
    int eachRow = Integer.BYTES + Byte.BYTES + Character.BYTES * (days.length + codes.length);
    return (long) eachRow * known.length;
  }

  long last() {
    return first + known[known.length - 1];
  }

  /** How many rows were known at a position. */
  int rowsKnownAt(long position) {
    if (position >= last()) {
      return known.length;
    }
    if (position < first) {
      return 0;
    }
    int wanted = (int) (position - first);
    int low = 0;
    int high = known.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (known[middle] <= wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Adds rows {@code from} to {@code to} to the cells they fall in. */
  void add(Plan plan, int from, int to, int[] cells) {
    char[] day = days[plan.clock()];
    int[] offset = plan.offsets();
    int[] used = plan.dimensions();
    int[][] steps = plan.steps();
    if (used.length == 1 && steps[0].length == 0) {
      addOneDimension(offset, day, codes[used[0]], from, to, cells);
    } else if (used.length == 2 && steps[0].length == 0 && steps[1].length > 0) {
      addOneOfSome(offset, day, codes[used[0]], codes[used[1]], steps[1], from, to, cells);
    } else if (used.length == 2 && steps[1].length == 0 && steps[0].length > 0) {
      addOneOfSome(offset, day, codes[used[1]], codes[used[0]], steps[0], from, to, cells);
    } else {
      addAny(plan, day, from, to, cells);
    }
  }

  private void addOneDimension(
      int[] offset, char[] day, char[] code, int from, int to, int[] cells) {
    for (int row = from; row < to; row++) {
      int at = offset[day[row]] + code[row];
      if (at >= 0) {
        cells[at] += sign[row];
      }
    }
  }

  /** One dimension grouped by, another kept in part: what is not kept costs one look. */
  private void addOneOfSome(
      int[] offset,
      char[] day,
      char[] code,
      char[] kept,
      int[] step,
      int from,
      int to,
      int[] cells) {
    for (int row = from; row < to; row++) {
      int beyond = step[kept[row]];
      if (beyond >= 0) {
        int at = offset[day[row]] + code[row] + beyond;
        if (at >= 0) {
          cells[at] += sign[row];
        }
      }
    }
  }

  private void addAny(Plan plan, char[] day, int from, int to, int[] cells) {
    int[] at = new int[Plan.BLOCK];
    for (int block = from; block < to; block += Plan.BLOCK) {
      int rows = Math.min(Plan.BLOCK, to - block);
      for (int i = 0; i < rows; i++) {
        at[i] = plan.offsets()[day[block + i]];
      }
      for (int d = 0; d < plan.dimensions().length; d++) {
        char[] code = codes[plan.dimensions()[d]];
        int[] step = plan.steps()[d];
        for (int i = 0; i < rows; i++) {
          int label = code[block + i];
          at[i] += step.length == 0 ? label : step[label];
        }
      }
      for (int i = 0; i < rows; i++) {
        if (at[i] >= 0) {
          cells[at[i]] += sign[block + i];
        }
      }
    }
  }

  /** The columns with their first {@code rows} rows only. */
  static Segment of(long first, int rows, int[] known, byte[] sign, char[][] days, char[][] codes) {
    return new Segment(
        first,
        Arrays.copyOf(known, rows),
        Arrays.copyOf(sign, rows),
        cut(days, rows),
        cut(codes, rows));
  }

  private static char[][] cut(char[][] columns, int rows) {
    char[][] cut = new char[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      cut[i] = Arrays.copyOf(columns[i], rows);
    }
    return cut;
  }
}
