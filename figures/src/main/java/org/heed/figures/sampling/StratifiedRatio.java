package org.heed.figures.sampling;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.review.Estimate;
import org.heed.figures.uncertainty.ProportionInterval;

/**
 * Of all there should be, the share that there is, where each record sampled should have some and
 * has some of these: crimes that reports amount to, and those that were recorded. Strata are joined
 * by their sizes in both totals (the combined ratio estimate, Cochran 1977, section 6.11).
 *
 * @param ratio with exact limits for as many independent ones as are worth this sample (Korn and
 *     Graubard 1998, Survey Methodology 24); all of them where nothing is left out
 * @param standardError by design, linearised, with finite-population corrections; not a number
 *     where a stratum has fewer than two in the sample and more in the population
 * @param should how many there should be in the whole population
 */
public record StratifiedRatio(Estimate ratio, double standardError, double should) {

  /**
   * What one record should have, and how many of these it has.
   *
   * @param has no more than {@code should}
   */
  public record Unit(int should, int has) {
    public Unit {
      RefusedInput.unless(has >= 0 && has <= should, "has", "must lie between 0 and " + should);
    }
  }

  /**
   * A stratum.
   *
   * @param population how many records it has
   * @param units those drawn of it at random
   */
  public record Stratum(long population, List<Unit> units) {
    public Stratum {
      units = List.copyOf(units);
      RefusedInput.unless(
          units.size() <= population, "units", "are more than the " + population + " there are");
    }

    private double weight() {
      return (double) population / units.size();
    }
  }

  /** The share over all strata that have a sample; not a number where nothing should be there. */
  public static StratifiedRatio of(List<Stratum> strata, double level) {
    List<Stratum> sampled = strata.stream().filter(one -> !one.units().isEmpty()).toList();
    double should = 0;
    double has = 0;
    long seen = 0;
    for (Stratum one : sampled) {
      for (Unit unit : one.units()) {
        should += one.weight() * unit.should();
        has += one.weight() * unit.has();
        seen += unit.should();
      }
    }
    if (seen == 0) {
      return new StratifiedRatio(
          new Estimate(Double.NaN, new Interval(0, 1, Interval.checkedLevel(level))),
          Double.NaN,
          0);
    }
    double ratio = Math.min(1, has / should);
    double error = error(sampled, ratio, should);
    Interval limits =
        sampled.stream().allMatch(one -> one.units().size() == one.population())
            ? new Interval(ratio, ratio, level)
            : Double.isNaN(error)
                ? new Interval(0, 1, level)
                : ProportionInterval.effective(ratio, worth(sampled, ratio, error, level), level);
    return new StratifiedRatio(new Estimate(ratio, limits), error, should);
  }

  /** The usual interval by design: the estimate and so many standard errors to either side. */
  public double halfWidth() {
    double tail = (1 - ratio.interval().level()) / 2;
    return standardError * NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
  }

  private static double error(List<Stratum> strata, double ratio, double should) {
    double variance = 0;
    for (Stratum one : strata) {
      int n = one.units().size();
      if (n == one.population()) {
        continue;
      }
      if (n < 2) {
        return Double.NaN;
      }
      double mean = one.units().stream().mapToDouble(u -> off(u, ratio)).average().orElseThrow();
      double spread =
          one.units().stream().mapToDouble(u -> Math.pow(off(u, ratio) - mean, 2)).sum() / (n - 1);
      double rest = 1 - (double) n / one.population();
      variance += (double) one.population() * one.population() * rest * spread / n;
    }
    return Math.sqrt(variance) / should;
  }

  private static double off(Unit unit, double ratio) {
    return unit.has() - ratio * unit.should();
  }

  /**
   * How many independent ones would tell as much, no more than were seen, with the allowance for
   * how few records the spread was learnt from. Where all are alike the spread tells nothing, and
   * how unequal the weights are tells it (Kish 1965).
   */
  private static double worth(List<Stratum> strata, double ratio, double error, double level) {
    double seen = 0;
    double weights = 0;
    double squares = 0;
    for (Stratum one : strata) {
      double should = one.units().stream().mapToInt(Unit::should).sum();
      seen += should;
      weights += one.weight() * should;
      squares += one.weight() * one.weight() * should;
    }
    double worth =
        error == 0
            ? weights * weights / squares
            : Math.min(seen, ratio * (1 - ratio) / (error * error));
    int free = strata.stream().mapToInt(one -> one.units().size()).sum() - strata.size();
    double tail = (1 - level) / 2;
    double few =
        NormalDistribution.of(0, 1).inverseSurvivalProbability(tail)
            / TDistribution.of(Math.max(1, free)).inverseSurvivalProbability(tail);
    return worth * few * few;
  }
}
