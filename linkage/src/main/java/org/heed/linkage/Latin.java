package org.heed.linkage;

import com.ibm.icu.text.Transliterator;

/**
 * Names of other scripts in Latin letters, so that a name is the same name however it was written
 * down. Cyrillic is written as English readers spell it (BGN/PCGN for Russian), the others as
 * Unicode's own rules do; Arabic comes without the vowels that it does not write, and without the
 * ending that marks a woman's name.
 */
final class Latin {
  private static final char LAST_LATIN = 0x24F;

  private Latin() {}

  private static final class Rules {
    static final Transliterator ALL =
        Transliterator.getInstance(
            "Any-Null; [\\u0629] Remove; [:Cyrillic:] Russian-Latin/BGN; Any-Latin; Latin-ASCII;"
                + " [\\u02B9-\\u02BF] Remove");
  }

  /** The text itself where all its letters are Latin. */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > LAST_LATIN && (Character.isLetter(c) || Character.isSurrogate(c))) {
        return Rules.ALL.transliterate(text);
      }
    }
    return text;
  }

  /** A name without its vowels, each letter once in a row: as scripts without vowels have it. */
  static String bones(String name) {
    StringBuilder bones = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean again = !bones.isEmpty() && bones.charAt(bones.length() - 1) == c;
      if (c != ' ' && c != 'y' && !isVowel(c) && !again) {
        bones.append(c);
      }
    }
    return bones.toString();
  }

  static boolean isVowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }
}
