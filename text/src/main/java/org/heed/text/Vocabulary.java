package org.heed.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * The words that phrases are made of, each with a number from 1 on. They are looked up by their
 * bytes, eight at a time, in a table with open addressing. Capitals play no part.
 */
final class Vocabulary {
  /** What {@link #find} gives for a word with signs that are read over, or of other scripts. */
  static final int UNCLEAN = -1;

  private static final long SPREAD = 0x9e3779b97f4a7c15L;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOWER = 0x2020202020202020L;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final List<String> words;

  /** By slot, the first eight letters and the word's number; 0 where the slot is free. */
  private final long[] slots;

  private final int shift;

  /** By word, where its other letters begin; one more entry closes the last. */
  private final int[] tailsFrom;

  private final long[] tails;

  /** The vocabulary of these words, lower case, numbered in this order. */
  Vocabulary(List<String> words) {
    this.words = List.copyOf(words);
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * words.size() + 1);
    shift = Long.SIZE - bits;
    slots = new long[2 << bits];
    tailsFrom = new int[words.size() + 2];
    long[] rest = new long[16];
    for (int number = 1; number <= words.size(); number++) {
      byte[] letters = Utf8.bytes(words.get(number - 1));
      int end = tailsFrom[number];
      for (int at = Long.BYTES; at < letters.length; at += Long.BYTES) {
        rest = end == rest.length ? Arrays.copyOf(rest, 2 * end) : rest;
        rest[end++] = eight(letters, at, letters.length);
      }
      tailsFrom[number + 1] = end;
      int slot = slot(letters, 0, letters.length);
      while (slots[slot + 1] != 0) {
        slot = (slot + 2) & (slots.length - 1);
      }
      slots[slot] = eight(letters, 0, letters.length);
      slots[slot + 1] = number;
    }
    tails = Arrays.copyOf(rest, tailsFrom[words.size() + 1]);
  }

  List<String> words() {
    return words;
  }

  int size() {
    return words.size();
  }

  /** The number of a folded text's word; 0 if it is not among these. */
  int find(byte[] b, int from, int to) {
    long head = eight(b, from, to);
    long odd = odd(head);
    for (int at = from + Long.BYTES; at < to; at += Long.BYTES) {
      odd |= odd(eight(b, at, to));
    }
    if (odd != 0) {
      return UNCLEAN;
    }
    int slot = slot(b, from, to);
    while (true) {
      int number = (int) slots[slot + 1];
      boolean same = slots[slot] == head && endsAlike(number, b, from + Long.BYTES, to);
      if (number == 0 || same) {
        return number;
      }
      slot = (slot + 2) & (slots.length - 1);
    }
  }

  private int slot(byte[] b, int from, int to) {
    long hash = eight(b, from, to) * SPREAD;
    for (int at = from + Long.BYTES; at < to; at += Long.BYTES) {
      hash = (hash ^ eight(b, at, to)) * SPREAD;
    }
    return (int) (hash >>> shift) << 1;
  }

  private boolean endsAlike(int number, byte[] b, int from, int to) {
    int tail = tailsFrom[number];
    int at = from;
    while (tail < tailsFrom[number + 1] && at < to && tails[tail] == eight(b, at, to)) {
      tail++;
      at += Long.BYTES;
    }
    return tail == tailsFrom[number + 1] && at >= to;
  }

  /** Up to eight letters from a place on, lower case; zeros follow the last. */
  private static long eight(byte[] b, int from, int to) {
    int length = Math.min(Long.BYTES, to - from);
    long letters = 0;
    if (from + Long.BYTES <= b.length) {
      letters = (long) EIGHT.get(b, from);
    } else {
      for (int i = length - 1; i >= 0; i--) {
        letters = letters << Byte.SIZE | (b[from + i] & 0xff);
      }
    }
    return (letters | LOWER) & (-1L >>> (Long.SIZE - Byte.SIZE * length));
  }

  /** Not zero if an apostrophe or what is not ASCII is among eight letters. */
  private static long odd(long letters) {
    long apostrophes = letters ^ '\'' * ONES;
    return (((apostrophes - ONES) & ~apostrophes) | letters) & HIGH_BITS;
  }

  @Override
  public String toString() {
    return "Vocabulary[" + words.size() + " words]";
  }
}
