package org.heed.figures.inference;

import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.review.Estimate;
import org.heed.figures.uncertainty.ProportionInterval;

/**
 * How often the readers of a blind review are right, measured on records whose answer was settled
 * by other means and which the readers could not tell from the rest.
 *
 * @param sensitivity share of what is exploitation that they see
 * @param specificity share of what is not that they leave alone
 * @param measured whether that was measured; if not, they are taken to be always right
 */
public record Readers(Estimate sensitivity, Estimate specificity, boolean measured) {
  /** Taken to be always right, which is an assumption and is printed as one. */
  public static Readers takenToBeRight(double level) {
    Estimate always = new Estimate(1, new Interval(1, 1, level));
    return new Readers(always, always, false);
  }

  /**
   * Measured on settled records.
   *
   * @param exploitation how many of them are exploitation
   * @param seen how many of those the readers saw
   * @param others how many are not
   * @param leftAlone how many of those the readers left alone
   * @throws RefusedInput where they were right no oftener than chance: nothing follows from that
   */
  public static Readers measured(
      long exploitation, long seen, long others, long leftAlone, double level) {
    RefusedInput.unless(
        exploitation > 0 && others > 0, "readers", "need settled records of both kinds");
    Estimate sensitivity =
        new Estimate(
            (double) seen / exploitation, ProportionInterval.exact(seen, exploitation, level));
    Estimate specificity =
        new Estimate(
            (double) leftAlone / others, ProportionInterval.exact(leftAlone, others, level));
    RefusedInput.unless(
        sensitivity.interval().lower() + specificity.interval().lower() > 1,
        "readers",
        "cannot be told from chance");
    return new Readers(sensitivity, specificity, true);
  }

  /** Chance in one reading of exploitation, and of anything else, as variances. */
  double noise(double exploitation, double others) {
    double se = sensitivity.value();
    double sp = specificity.value();
    return exploitation * se * (1 - se) + others * sp * (1 - sp);
  }
}
