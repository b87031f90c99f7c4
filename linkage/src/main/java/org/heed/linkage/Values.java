package org.heed.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Distinct texts, written in one way, with what comparing them needs: their letters as numbers
 * below 64, cut at 64, and which letters occur. Frozen; safe for any number of threads.
 */
final class Values {
  /** As far as texts are compared letter by letter. */
  static final int LETTERS = 64;

  /** So many letters at the start of a text are at hand with its length. */
  static final int BEGINNING = 4;

  private static final int OTHER = 63;
  private static final int LETTER_BITS = 6;
  private static final int LENGTH_BITS = 7;
  private static final int START_AT = LENGTH_BITS + BEGINNING * LETTER_BITS;
  private static final int BEGINNING_MASK = (1 << (BEGINNING * LETTER_BITS)) - 1;

  private final String[] texts;
  private final byte[] letters;

  /**
   * By text two numbers side by side, since what is compared lies anywhere: a bit for each letter
   * that occurs; and where its letters start, its first ones, and how many it has.
   */
  private final long[] heads;

  private Values(String[] texts, byte[] letters, long[] heads) {
    this.texts = texts;
    this.letters = letters;
    this.heads = heads;
  }

  int size() {
    return texts.length;
  }

  String text(int code) {
    return texts[code];
  }

  int length(int code) {
    return (int) heads[2 * code + 1] & ((1 << LENGTH_BITS) - 1);
  }

  /** Where a text's letters start in {@link #letters()}. */
  int start(int code) {
    return (int) (heads[2 * code + 1] >>> START_AT);
  }

  /** How many of the first {@value #BEGINNING} letters of two texts are the same. */
  int sameStart(int a, int b) {
    int differ = (int) ((heads[2 * a + 1] ^ heads[2 * b + 1]) >>> LENGTH_BITS) & BEGINNING_MASK;
    int same = differ == 0 ? BEGINNING : Integer.numberOfTrailingZeros(differ) / LETTER_BITS;
    return Math.min(same, Math.min(length(a), length(b)));
  }

  byte[] letters() {
    return letters;
  }

  /** A bit for each letter that occurs. */
  long present(int code) {
    return heads[2 * code];
  }

  /** Gives each text a code, in the order in which texts come. */
  static final class Builder {
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** The code of a text, new or known; {@link Records#MISSING} for the empty one. */
    int code(String text) {
      if (text.isEmpty()) {
        return Records.MISSING;
      }
      Integer known = codes.putIfAbsent(text, texts.size());
      if (known != null) {
        return known;
      }
      texts.add(text);
      return texts.size() - 1;
    }

    int size() {
      return texts.size();
    }

    /** The texts so far, by code. */
    List<String> texts() {
      return texts;
    }

    Values freeze() {
      int n = texts.size();
      byte[] letters = new byte[16 * n + LETTERS];
      long[] heads = new long[2 * n];
      Map<Character, Byte> alphabet = new HashMap<>();
      int start = 0;
      for (int code = 0; code < n; code++) {
        String text = texts.get(code);
        int length = Math.min(LETTERS, text.length());
        if (start + length > letters.length) {
          letters = Arrays.copyOf(letters, letters.length * 2 + LETTERS);
        }
        long present = 0;
        long beginning = 0;
        for (int i = 0; i < length; i++) {
          byte letter = letter(text.charAt(i), alphabet);
          letters[start + i] = letter;
          present |= 1L << letter;
          beginning |= i < BEGINNING ? (long) letter << (i * LETTER_BITS) : 0;
        }
        heads[2 * code] = present;
        heads[2 * code + 1] = (long) start << START_AT | beginning << LENGTH_BITS | length;
        start += length;
      }
      return new Values(texts.toArray(String[]::new), letters, heads);
    }

    /**
     * Letters, digits and the space have numbers of their own; other scripts as many as are left.
     */
    private static byte letter(char c, Map<Character, Byte> alphabet) {
      if (c >= 'a' && c <= 'z') {
        return (byte) (c - 'a');
      }
      if (c >= '0' && c <= '9') {
        return (byte) (26 + c - '0');
      }
      if (c >= 'A' && c <= 'Z') {
        return (byte) (c - 'A');
      }
      if (c == ' ') {
        return 36;
      }
      int next = 37 + alphabet.size();
      return next >= OTHER
          ? alphabet.getOrDefault(c, hashed(c))
          : alphabet.computeIfAbsent(c, unknown -> (byte) next);
    }

    /** Past the 26 first letters of other scripts, two letters may share a number. */
    private static byte hashed(char c) {
      return (byte) (37 + c % (OTHER - 37 + 1));
    }
  }
}
