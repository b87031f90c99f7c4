package org.heed.linkage;

import java.text.Normalizer;
import java.util.Locale;

/** Writes values in one way, so that case, accents, spaces and punctuation make no difference. */
final class Normal {
  private Normal() {}

  /** Words of letters and digits, one space between them; empty where there are none. */
  static String words(String value) {
    StringBuilder out = new StringBuilder(value.length());
    boolean gap = false;
    String plain = decomposed(value);
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c) || isVowelSign(c)) {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
        out.appendCodePoint(Character.toLowerCase(c));
      } else if (!isMark(c) && c != '\'' && c != '’' && c != '`') {
        gap = true;
      }
    }
    return out.toString();
  }

  /** Capital letters and digits alone. */
  static String compact(String value) {
    StringBuilder out = new StringBuilder(value.length());
    String plain = decomposed(value);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(c);
      }
    }
    return out.toString().toUpperCase(Locale.ROOT);
  }

  /** Digits alone, of any script. */
  static String digits(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      int digit = Character.digit(value.charAt(i), 10);
      if (digit >= 0) {
        out.append((char) ('0' + digit));
      }
    }
    return out.toString();
  }

  private static String decomposed(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) >= 0x80) {
        return Normalizer.normalize(value, Normalizer.Form.NFKD);
      }
    }
    return value;
  }

  private static boolean isVowelSign(int c) {
    int type = c < 0x300 ? Character.UNASSIGNED : Character.getType(c);
    return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
        && !isMark(c);
  }

  /** Accents over Latin, Greek and Cyrillic letters; the vowel signs of other scripts are kept. */
  private static boolean isMark(int c) {
    return c >= 0x300 && c <= 0x36F;
  }
}
