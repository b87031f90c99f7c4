package org.heed.text;

import java.util.Arrays;

/** A small set of numbers, collected and then sorted. */
final class IntSet {
  private int[] items = new int[16];
  private int size;

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = item;
  }

  /** Adds all numbers of another set. */
  void addAll(IntSet other) {
    for (int i = 0; i < other.size; i++) {
      add(other.items[i]);
    }
  }

  /** The numbers in order, each once. */
  int[] sorted() {
    int[] sorted = Arrays.copyOf(items, size);
    Arrays.sort(sorted);
    int n = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[n++] = sorted[i];
      }
    }
    return n == sorted.length ? sorted : Arrays.copyOf(sorted, n);
  }
}
