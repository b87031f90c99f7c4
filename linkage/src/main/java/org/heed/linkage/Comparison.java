package org.heed.linkage;

import java.util.List;

/**
 * How two records are compared in one respect: a list of levels from full agreement to none, and
 * which level a pair is at.
 */
sealed interface Comparison
    permits GivenNames, FamilyNames, OtherNames, Dates, Postcodes, TextColumn, Identifiers, Exact {
  /** Where either record says nothing: no evidence. */
  int NOTHING = -1;

  String name();

  /** Levels, the strongest first; the last is that nothing agrees. */
  List<Level> levels();

  /**
   * The level that two records with different values are at, or {@link #NOTHING}; the same
   * whichever comes first.
   *
   * @param x the code of the first record's value
   * @param y of the second's
   */
  int differing(int x, int y, int a, int b, JaroWinkler jaro);

  /** The level that two records are at, given the codes of their values, or {@link #NOTHING}. */
  default int level(int x, int y, int a, int b, JaroWinkler jaro) {
    return (x | y) < 0 ? NOTHING : x == y ? 0 : differing(x, y, a, b, jaro);
  }

  /** The level that two records are at, or {@link #NOTHING}. */
  default int level(int a, int b, JaroWinkler jaro) {
    return level(terms()[a], terms()[b], a, b, jaro);
  }

  /** The levels of the first so many pairs. */
  default void levels(int[] as, int[] bs, int count, JaroWinkler jaro, int[] into) {
    int[] terms = terms();
    for (int i = 0; i < count; i++) {
      into[i] = level(terms[as[i]], terms[bs[i]], as[i], bs[i], jaro);
    }
  }

  /** Whether it is of the person alone, rather than of everyone at an address. */
  boolean isOwn();

  /** Codes of the values whose frequency counts, by record. */
  int[] terms();

  /** How many different values there are. */
  int distinct();

  /** A value whose frequency counts, as it is compared: the same text for the same value. */
  String text(int term);

  /**
   * One level.
   *
   * @param name what it is called in a model and an explanation
   * @param byRarity whether agreement on a rare value says more than on a frequent one
   * @param guess how many of two records of one person are thought to be at this level before
   *     anything is learnt
   */
  record Level(String name, boolean byRarity, double guess) {}
}
