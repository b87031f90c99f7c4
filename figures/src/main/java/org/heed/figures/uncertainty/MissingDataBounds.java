package org.heed.figures.uncertainty;

import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;

/**
 * The range of a share when some records lack the value, with nothing assumed about those that do
 * (Manski 1989, Journal of Human Resources 24). Every missing value could be a yes, or none.
 *
 * @param range the share's range; it holds for certain
 * @param completeCase the share among records that have the value, never to be shown alone; not a
 *     number where none has it
 * @param missing the share of records that lack the value
 */
public record MissingDataBounds(Interval range, double completeCase, double missing) {
  /**
   * From counts, or from percentages of a total of 100.
   *
   * @throws RefusedInput where a part exceeds what it is part of
   */
  public static MissingDataBounds of(double total, double recorded, double yes) {
    RefusedInput.unless(total > 0 && Double.isFinite(total), "total", "must be positive");
    RefusedInput.unless(recorded >= 0, "recorded", "must not be below zero");
    RefusedInput.unless(yes >= 0, "yes", "must not be below zero");
    RefusedInput.unless(recorded <= total, "recorded", recorded + " exceeds the total of " + total);
    RefusedInput.unless(yes <= recorded, "yes", yes + " exceeds the " + recorded + " recorded");
    double missing = total - recorded;
    return new MissingDataBounds(
        new Interval(yes / total, Math.min(1, (yes + missing) / total), 1),
        yes / recorded,
        missing / total);
  }
}
