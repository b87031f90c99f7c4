package org.heed.rulebook;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant: at most a third of its letters away, and two. */
final class DidYouMean {
  private static final int MOST_CHANGES = 2;

  private DidYouMean() {}

  /** The nearest of the words, if one is near. */
  static Optional<String> among(String typed, Collection<String> words) {
    record Near(String word, int changes) {}
    return words.stream()
        .map(word -> new Near(word, changes(typed, word)))
        .filter(near -> near.changes() <= Math.min(MOST_CHANGES, (near.word().length() + 1) / 3))
        .min(Comparator.comparingInt(Near::changes).thenComparing(Near::word))
        .map(Near::word);
  }

  /** A cure that begins with the word probably meant, if there is one. */
  static String cure(String typed, Collection<String> words, String otherwise) {
    return among(typed, words)
        .map(word -> "Did you mean “" + word + "”? " + otherwise)
        .orElse(otherwise);
  }

  /**
   * How many letters to put in, take out, replace or exchange with their neighbour (optimal string
   * alignment).
   */
  private static int changes(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        d[i][j] =
            Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
