package org.heed.server.person;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The words that a person is found by: each part of a name, without case and accents, and its first
 * letters, so that a search while typing is a comparison for equality under row security.
 */
final class NameTokens {
  private static final int SHORTEST_BEGINNING = 2;
  private static final int LONGEST_BEGINNING = 12;

  private NameTokens() {}

  /** The words of one name as typed or stored. */
  static Set<String> words(@Nullable String... names) {
    Set<String> words = new TreeSet<>();
    for (String name : names) {
      if (name != null) {
        String plain =
            Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        for (String word : plain.split("[^\\p{L}\\p{N}]+", -1)) {
          if (!word.isEmpty()) {
            words.add(word);
          }
        }
      }
    }
    return words;
  }

  /** Every word and its beginnings. */
  static Set<String> tokens(@Nullable String... names) {
    Set<String> tokens = new TreeSet<>();
    for (String word : words(names)) {
      tokens.add(word);
      int longest = Math.min(word.length(), LONGEST_BEGINNING);
      for (int length = SHORTEST_BEGINNING; length < longest; length++) {
        tokens.add(word.substring(0, length) + "*");
      }
    }
    return tokens;
  }

  /**
   * What to look a typed word up by: the word itself or, while it is being typed, its beginning.
   */
  static Set<String> asked(String word) {
    String beginning = word.substring(0, Math.min(word.length(), LONGEST_BEGINNING - 1));
    return Set.of(word, beginning + "*");
  }
}
