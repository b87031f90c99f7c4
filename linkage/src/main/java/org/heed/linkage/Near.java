package org.heed.linkage;

import java.util.Arrays;

/** Whom a record makes a pair with that is worth looking at, and the weights. */
final class Near {
  private int[] others = new int[2];
  private float[] weights = new float[2];
  private int size;

  void add(int other, float weight) {
    if (size == others.length) {
      others = Arrays.copyOf(others, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
    }
    others[size] = other;
    weights[size++] = weight;
  }

  void remove(int other) {
    for (int i = 0; i < size; i++) {
      if (others[i] == other) {
        others[i] = others[--size];
        weights[i] = weights[size];
        return;
      }
    }
  }

  int size() {
    return size;
  }

  int other(int i) {
    return others[i];
  }

  float weight(int i) {
    return weights[i];
  }
}
