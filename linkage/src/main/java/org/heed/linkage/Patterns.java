package org.heed.linkage;

import java.util.Arrays;
import java.util.List;

/**
 * Agreement patterns and how many pairs show each: the levels of all comparisons as the digits of
 * one number. What is learnt from pairs is learnt from these counts.
 */
final class Patterns {
  private static final long EMPTY = -1;

  private final int[] radix;
  private long[] keys = new long[1 << 8];
  private double[] counts = new double[1 << 8];
  private int size;

  Patterns(List<Comparison> comparisons) {
    radix = comparisons.stream().mapToInt(comparison -> comparison.levels().size() + 1).toArray();
    double all = 1;
    for (int r : radix) {
      all *= r;
    }
    if (all > Long.MAX_VALUE / 2.0) {
      throw new IllegalArgumentException("more comparisons than patterns can be counted for");
    }
    Arrays.fill(keys, EMPTY);
  }

  /** Takes the levels of the next comparison into the numbers of the first so many patterns. */
  void lengthen(long[] numbers, int comparison, int[] levels, int count) {
    long by = radix[comparison];
    for (int i = 0; i < count; i++) {
      numbers[i] = numbers[i] * by + levels[i] + 1;
    }
  }

  /** Counts so many pairs of the pattern with this number. */
  void add(long key, double pairs) {
    int slot = slot(key);
    if (keys[slot] == EMPTY) {
      keys[slot] = key;
      if (++size * 2 > keys.length) {
        grow();
        slot = slot(key);
      }
    }
    counts[slot] += pairs;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (keys[slot] != EMPTY && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    double[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new double[keys.length];
    Arrays.fill(keys, EMPTY);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** Adds another's counts, each so many times. */
  void addAll(Patterns other, double times) {
    for (int i = 0; i < other.keys.length; i++) {
      if (other.keys[i] != EMPTY) {
        add(other.keys[i], other.counts[i] * times);
      }
    }
  }

  int size() {
    return size;
  }

  /** Every pattern's levels, in the order of their numbers, whatever the order of counting. */
  int[][] levels() {
    long[] sorted = sorted();
    int[][] levels = new int[sorted.length][radix.length];
    for (int p = 0; p < sorted.length; p++) {
      long rest = sorted[p];
      for (int i = radix.length - 1; i >= 0; i--) {
        levels[p][i] = (int) (rest % radix[i]) - 1;
        rest /= radix[i];
      }
    }
    return levels;
  }

  /** How many pairs show each, in the same order. */
  double[] counts() {
    return Arrays.stream(sorted()).mapToDouble(key -> counts[slot(key)]).toArray();
  }

  private long[] sorted() {
    return Arrays.stream(keys).filter(key -> key != EMPTY).sorted().toArray();
  }
}
