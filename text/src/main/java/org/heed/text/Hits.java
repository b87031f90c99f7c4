package org.heed.text;

import java.util.Arrays;

/**
 * Which words from one to another mean something: the shorter first, and then by first word. Kept
 * and filled again for each text.
 */
final class Hits {
  /** Where in a hit its parts begin: its further words, its first word, its row. */
  private static final int FIRST_AT = 12;

  private static final int ROW_AT = FIRST_AT + Integer.SIZE - 1;

  private long[] hits = new long[256];
  private int size;

  void clear() {
    size = 0;
  }

  /** Makes room for so many more. */
  void makeRoom(int more) {
    if (size + more > hits.length) {
      hits = Arrays.copyOf(hits, Math.max(size + more, 2 * hits.length));
    }
  }

  /** Adds what words mean, which is a row or -1; there must be room. */
  void addIfAny(int row, int first, int furtherWords) {
    hits[size] = (long) row << ROW_AT | (long) first << FIRST_AT | furtherWords;
    size += ~row >>> (Integer.SIZE - 1);
  }

  int size() {
    return size;
  }

  int row(int i) {
    return (int) (hits[i] >>> ROW_AT);
  }

  /** A hit's first word and how many further words it has, without its row. */
  long where(int i) {
    return hits[i] & ((1L << ROW_AT) - 1);
  }

  int first(int i) {
    return (int) (hits[i] >>> FIRST_AT) & Integer.MAX_VALUE;
  }

  int last(int i) {
    return first(i) + ((int) hits[i] & ((1 << FIRST_AT) - 1));
  }
}
