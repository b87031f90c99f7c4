package org.heed.linkage;

/**
 * How frequent each value of a comparison is, among other people: of the records with a value, the
 * record's own and those expected to be of the same person are taken off.
 */
final class Frequencies {
  private static final double AT_LEAST = 0.5;

  private final int[] counts;
  private final int known;

  private Frequencies(int[] counts, int known) {
    this.counts = counts;
    this.known = known;
  }

  static Frequencies of(Comparison comparison) {
    int[] counts = new int[comparison.distinct()];
    int known = 0;
    for (int term : comparison.terms()) {
      if (term >= 0) {
        counts[term]++;
        known++;
      }
    }
    return new Frequencies(counts, known);
  }

  int known() {
    return known;
  }

  int count(int term) {
    return counts[term];
  }

  /** The share of pairs of known values that are the same. */
  double same() {
    double same = 0;
    for (int count : counts) {
      same += (double) count * (count - 1);
    }
    return known < 2 ? 0 : same / ((double) known * (known - 1));
  }

  /** The share of other people with this value, where a person has so many further records. */
  double share(int term, double further) {
    return share(counts[term], known, further);
  }

  /** The share of other people with a value that so many of all known ones are. */
  static double share(int count, int known, double further) {
    return Math.max(AT_LEAST, count - 1 - further) / Math.max(2, known);
  }
}
