package org.heed.linkage;

/**
 * Weights are logarithms to base 2, rounded to 1/1024: numbers whose sums are exact in any order,
 * so that a pair's weight is the sum of its parts to the last digit.
 */
public final class Weights {
  private static final double UNIT = 1024;
  private static final double LN_2 = Math.log(2);

  private Weights() {}

  static double log2(double x) {
    return Math.log(x) / LN_2;
  }

  static double rounded(double weight) {
    return Math.rint(weight * UNIT) / UNIT;
  }

  /** The probability that a pair of this weight is of one person. */
  public static double probability(double weight) {
    return 1 / (1 + Math.exp(-weight * LN_2));
  }

  /** The weight of this probability. */
  public static double of(double probability) {
    return log2(probability / (1 - probability));
  }
}
