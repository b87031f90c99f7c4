package org.heed.linkage;

import java.util.Arrays;

/** Sorts numbers by their upper bits, digit by digit from the lowest (Seward). */
final class RadixSort {
  private static final int DIGIT = 11;
  private static final int SMALL = 4096;

  private RadixSort() {}

  /** Sorts the first {@code length} numbers; those alike from bit {@code low} up stay in order. */
  static void sort(long[] numbers, int length, int low) {
    if (length < SMALL) {
      Arrays.sort(numbers, 0, length);
      return;
    }
    long[] from = numbers;
    long[] to = new long[length];
    int turns = 0;
    for (int shift = low; shift < Long.SIZE; shift += DIGIT) {
      int[] ends = new int[(1 << DIGIT) + 1];
      for (int i = 0; i < length; i++) {
        ends[digit(from[i], shift) + 1]++;
      }
      for (int i = 0; i < 1 << DIGIT; i++) {
        ends[i + 1] += ends[i];
      }
      for (int i = 0; i < length; i++) {
        to[ends[digit(from[i], shift)]++] = from[i];
      }
      long[] swap = from;
      from = to;
      to = swap;
      turns++;
    }
    if (turns % 2 != 0) {
      System.arraycopy(from, 0, numbers, 0, length);
    }
  }

  private static int digit(long number, int shift) {
    return (int) (number >>> shift) & (1 << DIGIT) - 1;
  }
}
