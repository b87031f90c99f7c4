package org.heed.text;

import java.util.Arrays;

/** What ends with which words, in order of text. Kept and filled again for each text. */
final class Hits {
  private int[] rows = new int[256];
  private int[] words = new int[256];
  private int size;

  void clear() {
    size = 0;
  }

  /** Adds what ends with a word: a row of the outputs. */
  void add(int row, int word) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      words = Arrays.copyOf(words, 2 * size);
    }
    rows[size] = row;
    words[size++] = word;
  }

  int size() {
    return size;
  }

  int row(int i) {
    return rows[i];
  }

  /** The word that the hit ends with. */
  int word(int i) {
    return words[i];
  }
}
