package org.heed.figures.uncertainty;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;

/** Intervals for a proportion. */
public final class ProportionInterval {
  private ProportionInterval() {}

  /**
   * The exact interval (Clopper and Pearson 1934, Biometrika 26): never covers less than it says.
   */
  public static Interval exact(long successes, long trials, double level) {
    check(successes, trials);
    double tail = (1 - Interval.checkedLevel(level)) / 2;
    double lower = lower(successes, trials, tail);
    double upper =
        successes == trials
            ? 1
            : Roots.of(
                p -> -RegularizedBeta.complement(p, successes + 1.0, (double) (trials - successes)),
                -tail,
                0,
                1);
    return new Interval(lower, upper, level);
  }

  /**
   * The same limits for a share of a number that need not be whole, such as how many independent
   * trials a sample by design is worth.
   */
  public static Interval effective(double share, double size, double level) {
    RefusedInput.unless(share >= 0 && share <= 1, "share", "must lie from 0 to 1: " + share);
    RefusedInput.unless(size > 0, "size", "must be positive, but is " + size);
    double tail = (1 - Interval.checkedLevel(level)) / 2;
    double has = share * size;
    double lower =
        has == 0 ? 0 : Roots.of(p -> RegularizedBeta.value(p, has, size - has + 1), tail, 0, 1);
    double upper =
        has == size
            ? 1
            : Roots.of(p -> -RegularizedBeta.complement(p, has + 1, size - has), -tail, 0, 1);
    return new Interval(lower, upper, level);
  }

  /** The score interval (Wilson 1927, Journal of the American Statistical Association 22). */
  public static Interval wilson(long successes, long trials, double level) {
    check(successes, trials);
    double tail = (1 - Interval.checkedLevel(level)) / 2;
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    double share = (double) successes / trials;
    double z2 = z * z / trials;
    double centre = share + z2 / 2;
    double spread = z * Math.sqrt(share * (1 - share) / trials + z2 / (4 * trials));
    double lower = successes == 0 ? 0 : (centre - spread) / (1 + z2);
    double upper = successes == trials ? 1 : (centre + spread) / (1 + z2);
    return new Interval(lower, upper, level);
  }

  /** The proportion at which this many successes or more have probability {@code tail}. */
  static double lower(long successes, long trials, double tail) {
    return successes == 0
        ? 0
        : Roots.of(
            p -> RegularizedBeta.value(p, (double) successes, trials - successes + 1.0),
            tail,
            0,
            1);
  }

  private static void check(long successes, long trials) {
    RefusedInput.unless(trials > 0, "trials", "must be at least 1, but is " + trials);
    RefusedInput.unless(successes >= 0, "successes", "must not be negative, but is " + successes);
    RefusedInput.unless(
        successes <= trials,
        "successes",
        successes + " exceed the " + trials + " trials they are part of");
  }
}
