package org.heed.linkage;

import java.util.Arrays;

/** Pairs of records with their weights, side by side. */
final class Pairs {
  private int[] as = new int[1024];
  private int[] bs = new int[1024];
  private float[] weights = new float[1024];
  private int size;

  void add(int a, int b, float weight) {
    if (size == as.length) {
      as = Arrays.copyOf(as, size * 2);
      bs = Arrays.copyOf(bs, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
    }
    as[size] = Math.min(a, b);
    bs[size] = Math.max(a, b);
    weights[size++] = weight;
  }

  void addAll(Pairs other) {
    for (int i = 0; i < other.size; i++) {
      add(other.as[i], other.bs[i], other.weights[i]);
    }
  }

  int size() {
    return size;
  }

  int a(int pair) {
    return as[pair];
  }

  int b(int pair) {
    return bs[pair];
  }

  float weight(int pair) {
    return weights[pair];
  }
}
