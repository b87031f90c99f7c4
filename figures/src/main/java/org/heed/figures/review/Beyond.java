package org.heed.figures.review;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.heed.figures.Interval;
import org.heed.figures.uncertainty.ProportionInterval;

/**
 * Agreement beyond chance, with what its limits are made of.
 *
 * @param agreed how far readers agree, from 0 to 1: partly where categories are near
 * @param chance how far they would by chance
 * @param variance of {@code agreed} less what chance has of it, linearised: that of the coefficient
 *     times the square of what chance leaves
 * @param spread the variance of the agreement on one record
 * @param size how many records that is of
 */
record Beyond(double agreed, double chance, double variance, double spread, double size) {
  /** What rounding leaves of a variance of nought. */
  private static final double NOUGHT = 1e-12;

  /** The coefficient; not a number where chance alone would agree always. */
  double value() {
    return chance < 1 ? (agreed - chance) / (1 - chance) : Double.NaN;
  }

  /** The estimate and so many standard errors to either side. */
  Estimate ofMany(double level) {
    if (!(chance < 1)) {
      return untold(level);
    }
    if (size < 2) {
      return new Estimate(value(), new Interval(-1, 1, level));
    }
    double half = deviate(level) * Math.sqrt(Math.max(0, variance)) / (1 - chance);
    return new Estimate(
        value(), new Interval(Math.max(-1, value() - half), Math.min(1, value() + half), level));
  }

  /**
   * With the limits that Clopper and Pearson give agreement of as many independent records as these
   * are worth (Korn and Graubard 1998, Survey Methodology 24), less the chance as seen. So they
   * stay within what there can be, are not closed where all agree, and hold the truth of few
   * records too, which standard errors do not: {@code CoverageTest} has how often. Korn and
   * Graubard wrote of shares; that it serves for agreement is Heed's own, and rests on that test.
   */
  Estimate ofFew(double level) {
    if (!(chance < 1)) {
      return untold(level);
    }
    double share = Math.clamp(agreed, 0, 1);
    Interval limits = ProportionInterval.effective(share, worth(share, level), level);
    return new Estimate(
        value(),
        new Interval(
            Math.min(value(), Math.max(-1, beyond(limits.lower()))),
            Math.max(value(), beyond(limits.upper())),
            level));
  }

  private double beyond(double share) {
    return (share - chance) / (1 - chance);
  }

  /**
   * How many records with or without agreement would tell as much, with the allowance for how few
   * the variance was learnt from. Chance that moves along with agreement makes it worth no more.
   */
  private double worth(double share, double level) {
    double error = Math.max(variance, spread / size);
    double rest = share * (1 - share);
    double worth = error < NOUGHT || rest < NOUGHT ? size : rest / error;
    double tail = (1 - level) / 2;
    double few =
        deviate(level) / TDistribution.of(Math.max(1, size - 1)).inverseSurvivalProbability(tail);
    return worth * few * few;
  }

  private static Estimate untold(double level) {
    return new Estimate(Double.NaN, new Interval(-1, 1, level));
  }

  private static double deviate(double level) {
    return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
  }
}
