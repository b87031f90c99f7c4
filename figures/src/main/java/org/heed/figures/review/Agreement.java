package org.heed.figures.review;

import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.uncertainty.ProportionInterval;

/**
 * How far readers agree. Kappa is for two readers; with more, only alpha is formed.
 *
 * @param percent the share of records on which two readers agree, as a percentage
 * @param kappa Cohen's kappa
 * @param linear kappa weighted by steps
 * @param quadratic kappa weighted by squared steps
 * @param nominal Krippendorff's alpha, same or not
 * @param ordinal Krippendorff's alpha on the scale's order
 */
public record Agreement(
    Estimate percent,
    Estimate kappa,
    Estimate linear,
    Estimate quadratic,
    Estimate nominal,
    Estimate ordinal) {

  /** All of them at a level, with the limits that are usual of many records. */
  public static Agreement of(Ratings ratings, double level) {
    return of(ratings, Kappa::of, Alpha::of, ProportionInterval::wilson, level);
  }

  /**
   * All of them with limits that hold for few records too: of the share Clopper and Pearson's, of
   * the others {@link Beyond#ofFew}.
   */
  public static Agreement ofFew(Ratings ratings, double level) {
    return of(ratings, Kappa::ofFew, Alpha::ofFew, ProportionInterval::exact, level);
  }

  private interface OfTable {
    Estimate of(int[][] table, Kappa.Weights weights, double level);
  }

  private interface OfRatings {
    Estimate of(Ratings ratings, Alpha.Metric metric, double level);
  }

  private interface OfShare {
    Interval of(long same, long all, double level);
  }

  private static Agreement of(
      Ratings ratings, OfTable kappas, OfRatings alphas, OfShare shares, double level) {
    Interval.checkedLevel(level);
    Estimate none = new Estimate(Double.NaN, new Interval(-1, 1, level));
    Estimate nominal = alphas.of(ratings, Alpha.Metric.NOMINAL, level);
    Estimate ordinal = ratings.ordered() ? alphas.of(ratings, Alpha.Metric.ORDINAL, level) : none;
    if (ratings.readers() != 2) {
      return new Agreement(none, none, none, none, nominal, ordinal);
    }
    int[][] table = ratings.table();
    Estimate percent = percent(table, shares, level);
    Estimate kappa = kappas.of(table, Kappa.Weights.NONE, level);
    return new Agreement(
        percent,
        kappa,
        ratings.ordered() ? kappas.of(table, Kappa.Weights.LINEAR, level) : none,
        ratings.ordered() ? kappas.of(table, Kappa.Weights.QUADRATIC, level) : none,
        nominal,
        ordinal);
  }

  private static Estimate percent(int[][] table, OfShare shares, double level) {
    long same = 0;
    long all = 0;
    for (int i = 0; i < table.length; i++) {
      same += table[i][i];
      for (int each : table[i]) {
        all += each;
      }
    }
    RefusedInput.unless(all > 0, "ratings", "no record has both readers' ratings");
    Interval share = shares.of(same, all, level);
    return new Estimate(
        100.0 * same / all, new Interval(100 * share.lower(), 100 * share.upper(), level));
  }
}
