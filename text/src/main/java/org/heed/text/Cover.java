package org.heed.text;

/**
 * Which words are some concept's own, so that a context word among them is part of the concept:
 * “not returned home” is not a denial of returning. Kept for one text after another.
 */
final class Cover {
  private static final int GAP = -1;

  /**
   * By word, how long the longest stretch of a concept is that holds it; or that it is in a gap.
   */
  private int[] longest = new int[256];

  /** Makes room for a text. */
  void begin(int words) {
    if (longest.length < words) {
      longest = new int[Math.max(words, 2 * longest.length)];
    }
  }

  /** Covers the own words of a concept, gaps apart. */
  void add(MatchList concepts, int concept) {
    for (int at = concepts.coreFrom(concept); at < concepts.coreTo(concept); at += 2) {
      int from = concepts.segment(at);
      int to = concepts.segment(at + 1);
      for (int w = from; w < to; w++) {
        longest[w] = Math.max(longest[w], to - from);
      }
    }
    for (int w = concepts.first(concept); w < concepts.end(concept); w++) {
      longest[w] = longest[w] == 0 ? GAP : longest[w];
    }
  }

  /** Uncovers what {@link #add} covered. */
  void remove(MatchList concepts, int concept) {
    for (int w = concepts.first(concept); w < concepts.end(concept); w++) {
      longest[w] = 0;
    }
  }

  /** Whether all words of a match belong to longer stretches of concepts. */
  boolean swallows(MatchList matches, int match) {
    for (int w = matches.first(match); w < matches.end(match); w++) {
      if (longest[w] <= matches.length(match)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a match begins before a concept or in its gap and shares words with it. */
  boolean runsInto(MatchList matches, int match) {
    if (longest[matches.first(match)] > 0) {
      return false;
    }
    for (int w = matches.first(match); w < matches.end(match); w++) {
      if (longest[w] != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether all words of a match belong to concepts. */
  boolean holds(MatchList matches, int match) {
    for (int w = matches.first(match); w < matches.end(match); w++) {
      if (longest[w] <= 0) {
        return false;
      }
    }
    return true;
  }
}
