package org.heed.text;

import java.util.Arrays;

/** Where accepting states were reached, in order of text. Kept and filled again for each text. */
final class Hits {
  private int[] states = new int[64];
  private int[] ends = new int[64];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int state, int end) {
    if (size == states.length) {
      states = Arrays.copyOf(states, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    states[size] = state;
    ends[size++] = end;
  }

  int size() {
    return size;
  }

  int state(int i) {
    return states[i];
  }

  /** The place after the last byte of the hit. */
  int end(int i) {
    return ends[i];
  }
}
