package org.heed.server.disclosure;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as words are looked for in it: each character written in one way (NFKD, no capitals, one
 * blank, one dash, one apostrophe), with where in the text it came from. Signs that nobody sees
 * stay, each for one.
 */
final class Folded {
  /** Signs that nobody sees: those of format and control, and marks that show nothing. */
  static final String UNSEEN = "\\p{Cf}\\p{Cc}\\u034F\\u180B-\\u180F\\uFE00-\\uFE0F";

  private static final Pattern SIGNS = Pattern.compile("[" + UNSEEN + "]+");

  /** Left and right marks, reversed, modifier letters, prime, grave, acute and full width. */
  private static final String APOSTROPHES =
      "'\u2018\u2019\u201A\u201B\u02BC\u02BB\u02B9\u02C8\u2032`\u00B4\uFF07";

  private final StringBuilder characters = new StringBuilder();
  private int[] from;
  private int[] to;

  Folded(String text) {
    from = new int[text.length() + 16];
    to = new int[text.length() + 16];
    for (int at = 0; at < text.length(); ) {
      int sign = text.codePointAt(at);
      int next = at + Character.charCount(sign);
      put(one(sign), at, next);
      at = next;
    }
  }

  private void put(String folded, int start, int end) {
    for (int n = 0; n < folded.length(); n++) {
      int length = characters.length();
      if (length == from.length) {
        from = Arrays.copyOf(from, 2 * length);
        to = Arrays.copyOf(to, 2 * length);
      }
      from[length] = start;
      to[length] = end;
      characters.append(folded.charAt(n));
    }
  }

  private static String one(int sign) {
    if (Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == 0x85) {
      return " ";
    }
    if (Character.getType(sign) == Character.DASH_PUNCTUATION || sign == 0x2212 || sign == 0x2043) {
      return "-";
    }
    if (APOSTROPHES.indexOf(sign) >= 0) {
      return "'";
    }
    return Normalizer.normalize(
        Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKD)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT),
        Normalizer.Form.NFKD);
  }

  /** What is looked through. */
  CharSequence characters() {
    return characters;
  }

  /** The characters without signs that nobody sees. */
  String seen() {
    return SIGNS.matcher(characters).replaceAll("");
  }

  /** Where in the text a character begins. */
  int from(int character) {
    return from[character];
  }

  /** Where in the text a character ends. */
  int to(int character) {
    return to[character];
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "Folded[" + characters.length() + "]";
  }
}
