package org.heed.text;

import java.util.Arrays;

/** Where parts of phrases with gaps end in one sentence, in order. Kept for one after another. */
final class Ends {
  private int[] word = new int[256];
  private int[] row = new int[256];
  private short[] bit = new short[256];
  private int size;

  /** All of them in the manner of the sketches of {@link Neighbours}. */
  private final long[] sketch = new long[Neighbours.LONGS];

  void clear() {
    size = 0;
    Arrays.fill(sketch, 0);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Adds the row of the outputs that a word ends with. */
  void add(int lastWord, int ofRow) {
    if (size == word.length) {
      word = Arrays.copyOf(word, 2 * size);
      row = Arrays.copyOf(row, 2 * size);
      bit = Arrays.copyOf(bit, 2 * size);
    }
    word[size] = lastWord;
    row[size] = ofRow;
    int of = Neighbours.bit(ofRow);
    bit[size++] = (short) of;
    sketch[of >> 6] |= 1L << of;
  }

  int size() {
    return size;
  }

  /** The last word. */
  int word(int i) {
    return word[i];
  }

  int row(int i) {
    return row[i];
  }

  /** Where the row is in the sketches of {@link Neighbours}. */
  int bit(int i) {
    return bit[i];
  }

  /** Whether any of them is in a sketch that begins here. */
  boolean meet(long[] sketches, int at) {
    long common = 0;
    for (int i = 0; i < Neighbours.LONGS; i++) {
      common |= sketch[i] & sketches[at + i];
    }
    return common != 0;
  }

  /** The first that ends with this word or a later one. */
  int from(int lastWord) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (word[middle] < lastWord) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
