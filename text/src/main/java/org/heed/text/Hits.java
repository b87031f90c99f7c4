package org.heed.text;

import java.util.Arrays;

/**
 * Where accepting states were reached at a word's end, in order of text. Kept and filled again for
 * each text.
 */
final class Hits {
  private long[] items = new long[256];
  private int[] words = new int[256];
  private int size;

  /** A hit in one number. */
  static long hit(int state, int end) {
    return (long) state << 32 | end;
  }

  /** The place after the last byte of a hit. */
  static int end(long hit) {
    return (int) hit;
  }

  void clear() {
    size = 0;
  }

  void add(long hit) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = hit;
  }

  int size() {
    return size;
  }

  int state(int i) {
    return (int) (items[i] >>> 32);
  }

  /** The place after the last byte of the hit. */
  int end(int i) {
    return end(items[i]);
  }

  /** Says with which word each hit ends. */
  void locate(Words in) {
    if (words.length < size) {
      words = new int[items.length];
    }
    int word = 0;
    for (int i = 0; i < size; i++) {
      int end = end(i);
      while (in.end(word) < end) {
        word++;
      }
      words[i] = word;
    }
  }

  /** The word that the hit ends with, once {@link #locate} has been called. */
  int word(int i) {
    return words[i];
  }
}
