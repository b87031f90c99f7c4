package org.heed.figures.sampling;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;

/** How many records a sample needs. */
public final class SampleSize {
  private SampleSize() {}

  /**
   * The fewest of a population for a share to be known to within a half-width (Cochran 1977,
   * Sampling Techniques, 3rd edition, section 4.4): what is needed of endless records, corrected
   * for how few there are.
   *
   * @param expected the share one expects; a half asks for most
   */
  public static int forHalfWidth(long population, double expected, double halfWidth, double level) {
    return corrected(
        population, square(z((1 - Interval.checkedLevel(level)) / 2)), expected, halfWidth);
  }

  /** The same for a given normal deviate squared. */
  static int corrected(long population, double deviateSquared, double expected, double halfWidth) {
    RefusedInput.unless(population > 0, "population", "must be at least 1, but is " + population);
    RefusedInput.unless(
        population <= Integer.MAX_VALUE, "population", "is over two thousand million");
    checkShare("expected", expected);
    RefusedInput.unless(
        halfWidth > 0 && halfWidth < 1, "half_width", "must lie between 0 and 1: " + halfWidth);
    double endless = deviateSquared * expected * (1 - expected) / square(halfWidth);
    double needed =
        Double.isInfinite(endless) ? population : endless / (1 + (endless - 1) / population);
    return (int) Math.clamp((long) Math.ceil(needed - 1e-9), 1, population);
  }

  /**
   * How many in each of two samples for a change between two shares to be found with a power, at a
   * two-sided level (Fleiss 1981, Statistical Methods for Rates and Proportions, 2nd edition,
   * section 3.2, without the correction for continuity).
   */
  public static int forChange(double from, double to, double level, double power) {
    checkShare("from", from);
    checkShare("to", to);
    RefusedInput.unless(from != to, "to", "is the share before: there is no change to find");
    RefusedInput.unless(power > 0 && power < 1, "power", "must lie between 0 and 1: " + power);
    double mean = (from + to) / 2;
    double together =
        z((1 - Interval.checkedLevel(level)) / 2) * Math.sqrt(2 * mean * (1 - mean))
            + z(1 - power) * Math.sqrt(from * (1 - from) + to * (1 - to));
    return (int) Math.ceil(square(together / (to - from)));
  }

  /** The same of a population that has so few that drawing them leaves less open. */
  public static int forChange(long population, double from, double to, double level, double power) {
    RefusedInput.unless(population > 0, "population", "must be at least 1, but is " + population);
    double endless = forChange(from, to, level, power);
    return (int)
        Math.clamp(
            (long) Math.ceil(endless / (1 + (endless - 1) / population) - 1e-9), 1, population);
  }

  private static void checkShare(String field, double share) {
    RefusedInput.unless(share > 0 && share < 1, field, "must lie between 0 and 1: " + share);
  }

  private static double z(double tail) {
    return NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
  }

  private static double square(double x) {
    return x * x;
  }
}
