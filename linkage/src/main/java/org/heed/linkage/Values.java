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

  private static final int OTHER = 63;

  private final String[] texts;
  private final byte[] letters;
  private final int[] starts;
  private final long[] present;

  private Values(String[] texts, byte[] letters, int[] starts, long[] present) {
    this.texts = texts;
    this.letters = letters;
    this.starts = starts;
    this.present = present;
  }

  int size() {
    return texts.length;
  }

  String text(int code) {
    return texts[code];
  }

  int length(int code) {
    return starts[code + 1] - starts[code];
  }

  /** Where a text's letters start in {@link #letters()}. */
  int start(int code) {
    return starts[code];
  }

  byte[] letters() {
    return letters;
  }

  /** A bit for each letter that occurs. */
  long present(int code) {
    return present[code];
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
      int[] starts = new int[n + 1];
      long[] present = new long[n];
      Map<Character, Byte> alphabet = new HashMap<>();
      for (int code = 0; code < n; code++) {
        String text = texts.get(code);
        int length = Math.min(LETTERS, text.length());
        if (starts[code] + length > letters.length) {
          letters = Arrays.copyOf(letters, letters.length * 2 + LETTERS);
        }
        for (int i = 0; i < length; i++) {
          byte letter = letter(text.charAt(i), alphabet);
          letters[starts[code] + i] = letter;
          present[code] |= 1L << letter;
        }
        starts[code + 1] = starts[code] + length;
      }
      return new Values(texts.toArray(String[]::new), letters, starts, present);
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
