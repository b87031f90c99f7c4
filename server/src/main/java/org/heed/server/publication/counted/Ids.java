package org.heed.server.publication.counted;

import java.util.Arrays;
import java.util.UUID;

/** Numbers for identifiers, from nought, in open addressing over plain arrays. */
final class Ids {
  private static final int FIRST_SIZE = 1 << 12;

  private long[] high = new long[FIRST_SIZE];
  private long[] low = new long[FIRST_SIZE];
  private int[] table = new int[FIRST_SIZE * 2];
  private int size;

  Ids() {
    Arrays.fill(table, -1);
  }

  int of(UUID id) {
    int at = place(id.getMostSignificantBits(), id.getLeastSignificantBits());
    if (table[at] < 0) {
      if (size == high.length) {
        grow();
        at = place(id.getMostSignificantBits(), id.getLeastSignificantBits());
      }
      high[size] = id.getMostSignificantBits();
      low[size] = id.getLeastSignificantBits();
      table[at] = size++;
    }
    return table[at];
  }

  /** The identifier with that number. */
  UUID id(int number) {
    return new UUID(high[number], low[number]);
  }

  int size() {
    return size;
  }

  /** Where an identifier stands in the table, or would. */
  private int place(long h, long l) {
    long mixed = (h ^ l * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    int at = (int) (mixed >>> 33) & (table.length - 1);
    while (table[at] >= 0 && (high[table[at]] != h || low[table[at]] != l)) {
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }

  private void grow() {
    high = Arrays.copyOf(high, size * 2);
    low = Arrays.copyOf(low, size * 2);
    table = new int[size * 4];
    Arrays.fill(table, -1);
    for (int number = 0; number < size; number++) {
      table[place(high[number], low[number])] = number;
    }
  }
}
