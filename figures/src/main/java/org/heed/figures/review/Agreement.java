package org.heed.figures.review;

import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.uncertainty.ProportionInterval;

/**
 * How far readers agree. Kappa is for two readers; with more, only alpha is formed.
 *
 * @param percent the share of records on which two readers agree, as a percentage; Wilson limits
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

  /** All of them at a level. */
  public static Agreement of(Ratings ratings, double level) {
    Interval.checkedLevel(level);
    Estimate none = new Estimate(Double.NaN, new Interval(-1, 1, level));
    Estimate nominal = Alpha.of(ratings, Alpha.Metric.NOMINAL, level);
    Estimate ordinal = ratings.ordered() ? Alpha.of(ratings, Alpha.Metric.ORDINAL, level) : none;
    if (ratings.readers() != 2) {
      return new Agreement(none, none, none, none, nominal, ordinal);
    }
    int[][] table = ratings.table();
    Estimate percent = percent(table, level);
    Estimate kappa = Kappa.of(table, Kappa.Weights.NONE, level);
    return new Agreement(
        percent,
        kappa,
        ratings.ordered() ? Kappa.of(table, Kappa.Weights.LINEAR, level) : none,
        ratings.ordered() ? Kappa.of(table, Kappa.Weights.QUADRATIC, level) : none,
        nominal,
        ordinal);
  }

  private static Estimate percent(int[][] table, double level) {
    long same = 0;
    long all = 0;
    for (int i = 0; i < table.length; i++) {
      same += table[i][i];
      for (int each : table[i]) {
        all += each;
      }
    }
    RefusedInput.unless(all > 0, "ratings", "no record has both readers' ratings");
    Interval share = ProportionInterval.wilson(same, all, level);
    return new Estimate(
        100.0 * same / all, new Interval(100 * share.lower(), 100 * share.upper(), level));
  }
}
