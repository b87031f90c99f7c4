package org.heed.server.publication.counted;

import java.util.Arrays;
import java.util.UUID;

/** Numbers for identifiers, from nought, in open addressing over plain arrays. */
final class Ids {
  private static final int FIRST_SIZE = 1 << 12;

  private long[] high = new long[FIRST_SIZE];
  private long[] low = new long[FIRST_SIZE];
  private int[] number = new int[FIRST_SIZE];
  private int size;

  Ids() {
    Arrays.fill(number, -1);
  }

  int of(UUID id) {
    if (size * 3L > number.length * 2L) {
      grow();
    }
    int at = place(id.getMostSignificantBits(), id.getLeastSignificantBits());
    if (number[at] < 0) {
      high[at] = id.getMostSignificantBits();
      low[at] = id.getLeastSignificantBits();
      number[at] = size++;
    }
    return number[at];
  }

  int size() {
    return size;
  }

  private int place(long h, long l) {
    long mixed = (h ^ l * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    int at = (int) (mixed >>> 33) & (number.length - 1);
    while (number[at] >= 0 && (high[at] != h || low[at] != l)) {
      at = (at + 1) & (number.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] highs = high;
    long[] lows = low;
    int[] numbers = number;
    high = new long[numbers.length * 2];
    low = new long[numbers.length * 2];
    number = new int[numbers.length * 2];
    Arrays.fill(number, -1);
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] >= 0) {
        int at = place(highs[i], lows[i]);
        high[at] = highs[i];
        low[at] = lows[i];
        number[at] = numbers[i];
      }
    }
  }
}
