package org.heed.text;

import java.util.Arrays;
import java.util.List;

/**
 * Which words are some concept's own, so that a context word among them is part of the concept:
 * “not returned home” is not a denial of returning.
 */
final class Cover {
  private final int[] longest;

  /** Covers the own words of these matches, gaps left out. */
  Cover(List<Match> concepts, int words) {
    longest = new int[words];
    for (Match concept : concepts) {
      int[] core = concept.core();
      for (int i = 0; i < core.length; i += 2) {
        for (int w = core[i]; w < core[i + 1]; w++) {
          longest[w] = Math.max(longest[w], core[i + 1] - core[i]);
        }
      }
    }
  }

  /** Whether all words of a match belong to longer stretches of concepts. */
  boolean swallows(Match match) {
    for (int w = match.first(); w < match.end(); w++) {
      if (longest[w] <= match.length()) {
        return false;
      }
    }
    return true;
  }

  /** Whether all words of a match belong to concepts. */
  boolean holds(Match match) {
    for (int w = match.first(); w < match.end(); w++) {
      if (longest[w] == 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "Cover[" + Arrays.stream(longest).filter(n -> n > 0).count() + " words]";
  }
}
