package org.heed.figures.sampling;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.review.Estimate;
import org.heed.figures.review.MissedEstimate;

/**
 * The share of a population that has something, from samples of its strata without replacement:
 * each stratum counts by its size, whatever was drawn of it.
 *
 * @param share with exact limits, by turning over the hypergeometric test; where strata were
 *     sampled differently these are joined as {@link MissedEstimate} says
 * @param standardError by design, with finite-population corrections (Cochran 1977, section 5.10);
 *     not a number where a stratum has fewer than two in the sample and more in the population
 */
public record StratifiedShare(Estimate share, double standardError) {

  /**
   * A stratum.
   *
   * @param population how many records it has
   * @param sampled how many of them were drawn at random and graded
   * @param found how many of those have what is asked for
   */
  public record Stratum(long population, long sampled, long found) {}

  /** The share over all strata. */
  public static StratifiedShare of(List<Stratum> strata, double level) {
    long all = strata.stream().mapToLong(Stratum::population).sum();
    RefusedInput.unless(all > 0, "strata", "have no records");
    Estimate total =
        MissedEstimate.of(
                0,
                strata.stream()
                    .map(one ->
                        new MissedEstimate.Stratum(one.population(), one.sampled(), one.found()))
                    .toList(),
                level)
            .missed();
    double variance = 0;
    for (Stratum one : strata) {
      variance += square((double) one.population() / all) * variance(one);
    }
    Interval limits = total.interval();
    return new StratifiedShare(
        new Estimate(
            total.value() / all,
            new Interval(limits.lower() / all, Math.min(1, limits.upper() / all), limits.level())),
        Math.sqrt(variance));
  }

  /** The usual interval by design: the estimate and so many standard errors to either side. */
  public Interval byDesign() {
    double level = share.interval().level();
    double half =
        standardError * NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    RefusedInput.unless(!Double.isNaN(half), "strata", "have one with fewer than two graded");
    return new Interval(
        Math.max(0, share.value() - half), Math.min(1, share.value() + half), level);
  }

  /**
   * To within how much a sample would tell the share, were each stratum's share as given; a stratum
   * without a sample can hide all or nothing.
   *
   * @param populations of the strata
   * @param samples how many of each are to be drawn
   */
  public static double expectedHalfWidth(
      List<Integer> populations, List<Integer> samples, List<Double> shares, double level) {
    double all = populations.stream().mapToDouble(Integer::doubleValue).sum();
    double variance = 0;
    double unknown = 0;
    for (int i = 0; i < populations.size(); i++) {
      double weight = populations.get(i) / all;
      int sample = samples.get(i);
      if (sample == 0) {
        unknown += weight / 2;
      } else {
        double rest = (populations.get(i) - sample) / Math.max(1.0, populations.get(i) - 1.0);
        variance += square(weight) * rest * shares.get(i) * (1 - shares.get(i)) / sample;
      }
    }
    double deviate =
        NormalDistribution.of(0, 1)
            .inverseSurvivalProbability((1 - Interval.checkedLevel(level)) / 2);
    return Math.min(1, deviate * Math.sqrt(variance) + unknown);
  }

  private static double variance(Stratum one) {
    if (one.sampled() == one.population()) {
      return 0;
    }
    if (one.sampled() < 2) {
      return Double.NaN;
    }
    double share = (double) one.found() / one.sampled();
    double rest = 1 - (double) one.sampled() / one.population();
    return rest * share * (1 - share) / (one.sampled() - 1);
  }

  private static double square(double x) {
    return x * x;
  }
}
