package org.heed.linkage;

/**
 * What speaks for two groups of records being one person: for each comparison the mean weight over
 * all pairs across that say something, so that a person known by many records is compared as one
 * whole, and no respect counts twice for being written often.
 */
final class Evidence {
  /** Of larger groups so many records on each side stand for all. */
  private static final int SAMPLE = 48;

  private final double[] sums;
  private final double[] shared;
  private final int[] counts;

  Evidence(int comparisons) {
    sums = new double[comparisons];
    shared = new double[comparisons];
    counts = new int[comparisons];
  }

  static Evidence between(Scorer scorer, JaroWinkler jaro, int[] some, int[] others) {
    Evidence evidence = new Evidence(scorer.comparisons());
    int stepA = Math.max(1, some.length / SAMPLE);
    int stepB = Math.max(1, others.length / SAMPLE);
    for (int i = 0; i < some.length; i += stepA) {
      for (int j = 0; j < others.length; j += stepB) {
        evidence.add(scorer, jaro, some[i], others[j]);
      }
    }
    return evidence;
  }

  private void add(Scorer scorer, JaroWinkler jaro, int a, int b) {
    for (int c = 0; c < sums.length; c++) {
      WeighedComparison weighed = scorer.weighed(c);
      int level = weighed.comparison().level(a, b, jaro);
      if (level >= 0) {
        float rare = scorer.rarity(c, level, a, b);
        sums[c] += weighed.weight(level) + rare;
        shared[c] += weighed.shared(level, rare);
        counts[c]++;
      }
    }
  }

  void add(Evidence other) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] += other.sums[c];
      shared[c] += other.shared[c];
      counts[c] += other.counts[c];
    }
  }

  /** The weight of the two groups being one person. */
  float weight(Scorer scorer) {
    double weight = scorer.start();
    double house = 0;
    for (int c = 0; c < sums.length; c++) {
      if (counts[c] > 0) {
        weight += sums[c] / counts[c];
        house += shared[c] / counts[c];
      }
    }
    return (float) (weight + scorer.household(house, mean(scorer.given()), mean(scorer.born())));
  }

  private double mean(int comparison) {
    return comparison < 0 || counts[comparison] == 0 ? 0 : sums[comparison] / counts[comparison];
  }
}
