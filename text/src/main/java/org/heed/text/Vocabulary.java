package org.heed.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import org.heed.rulebook.Folding;

/**
 * The words that phrases are made of, each with a number from 1 on. They are looked up by their
 * first sixteen letters, eight at a time, in a table with open addressing; the few longer ones are
 * told apart by the rest. Capitals play no part.
 */
final class Vocabulary {
  /** What {@link #find} gives for a word with signs that are read over, or of other scripts. */
  static final int UNCLEAN = -1;

  /** How many letters {@link #plain} looks at. */
  static final int PLAIN = 2 * Long.BYTES;

  private static final long SPREAD = 0x9e3779b97f4a7c15L;
  private static final long SPREAD_TAIL = 0xc2b2ae3d27d4eb4fL;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOWER = 0x2020202020202020L;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** By length, what to keep of the first eight letters. */
  private static final long[] HEAD = new long[PLAIN + 1];

  /** By length, what to keep of the eight letters after those. */
  private static final long[] TAIL = new long[PLAIN + 1];

  static {
    for (int length = 1; length <= PLAIN; length++) {
      HEAD[length] = -1L >>> (Long.SIZE - Byte.SIZE * Math.min(length, Long.BYTES));
      TAIL[length] =
          length <= Long.BYTES ? 0 : -1L >>> (Long.SIZE - Byte.SIZE * (length - Long.BYTES));
    }
  }

  private final List<String> words;

  /** By slot, a word's number; 0 where the slot is free. */
  private final int[] slots;

  private final int shift;

  /** By number, the first eight letters and the next eight. */
  private final long[] letters;

  /** By number, all letters of a word longer than that, or nothing. */
  private final byte[][] longer;

  /** The vocabulary of these words, lower case, numbered in this order. */
  Vocabulary(List<String> words) {
    this.words = List.copyOf(words);
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * words.size() + 1);
    shift = Long.SIZE - bits;
    slots = new int[1 << bits];
    letters = new long[2 * words.size() + 2];
    // No letters are these, so that 0 is no word's number.
    letters[0] = -1;
    longer = new byte[words.size() + 1][];
    for (int number = 1; number <= words.size(); number++) {
      byte[] word = Utf8.bytes(words.get(number - 1));
      letters[2 * number] = eight(word, 0, word.length);
      letters[2 * number + 1] = eight(word, Long.BYTES, word.length);
      longer[number] = word.length > PLAIN ? word : new byte[0];
      int slot = slot(letters[2 * number], letters[2 * number + 1]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number;
    }
  }

  List<String> words() {
    return words;
  }

  int size() {
    return words.size();
  }

  /**
   * A guess at the number of a folded text's word, without a branch: right unless it is 0. The word
   * has at most {@value #PLAIN} letters, and as many bytes follow from its first on.
   */
  int plain(byte[] b, int from, int length) {
    long head = ((long) EIGHT.get(b, from) | LOWER) & HEAD[length];
    long tail = ((long) EIGHT.get(b, from + Long.BYTES) | LOWER) & TAIL[length];
    int number = slots[slot(head, tail)];
    boolean same = ((letters[2 * number] ^ head) | (letters[2 * number + 1] ^ tail)) == 0;
    return same ? number : 0;
  }

  /** The number of a folded text's word; 0 if it is not among these. */
  int find(byte[] b, int from, int to) {
    long odd = 0;
    for (int at = from; at < to; at += Long.BYTES) {
      odd |= odd(eight(b, at, to));
    }
    if (odd != 0) {
      return UNCLEAN;
    }
    long head = eight(b, from, to);
    long tail = eight(b, from + Long.BYTES, to);
    int slot = slot(head, tail);
    while (true) {
      int number = slots[slot];
      boolean same = letters[2 * number] == head && letters[2 * number + 1] == tail;
      if (number == 0 || (same && endsAlike(number, b, from, to))) {
        return number;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
  }

  private int slot(long head, long tail) {
    return (int) ((head * SPREAD ^ tail * SPREAD_TAIL) >>> shift);
  }

  private boolean endsAlike(int number, byte[] b, int from, int to) {
    byte[] all = longer[number];
    if (all.length == 0 || to - from != all.length) {
      return all.length == 0 && to - from <= PLAIN;
    }
    for (int i = PLAIN; i < all.length; i++) {
      if (Folding.lower(b[from + i]) != all[i]) {
        return false;
      }
    }
    return true;
  }

  /** Up to eight letters from a place on, lower case; zeros follow the last. */
  private static long eight(byte[] b, int from, int to) {
    int length = Math.clamp(to - from, 0, Long.BYTES);
    long letters = 0;
    if (from + Long.BYTES <= b.length) {
      letters = (long) EIGHT.get(b, from);
    } else {
      for (int i = length - 1; i >= 0; i--) {
        letters = letters << Byte.SIZE | (b[from + i] & 0xff);
      }
    }
    return (letters | LOWER) & HEAD[length];
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
