package org.heed.figures.review;

import java.util.List;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;

/**
 * How many the unread remainder hides, from random samples of it read in strata. In one stratum the
 * limits are exact, by turning over the hypergeometric test; how several are joined is said at
 * {@link Strata}.
 *
 * @param missed how many are hidden; not a number where a stratum was not sampled
 * @param recall the confirmed as a share of all there are
 */
public record MissedEstimate(Estimate missed, Estimate recall) {
  /**
   * A stratum of the unread.
   *
   * @param unread how many records it has
   * @param sampled how many of them were drawn at random and read
   * @param found how many of those were what was looked for
   */
  public record Stratum(long unread, long sampled, long found) {
    public Stratum {
      RefusedInput.unless(unread >= 0, "unread", "is below zero");
      RefusedInput.unless(sampled >= 0, "sampled", "is below zero");
      RefusedInput.unless(found >= 0, "found", "is below zero");
      RefusedInput.unless(sampled <= unread, "sampled", sampled + " exceed " + unread + " unread");
      RefusedInput.unless(found <= sampled, "found", found + " exceed " + sampled + " sampled");
      RefusedInput.unless(unread <= Integer.MAX_VALUE, "unread", "is over two thousand million");
    }
  }

  /** The estimate beside what was confirmed by other means. */
  public static MissedEstimate of(long confirmed, List<Stratum> strata, double level) {
    RefusedInput.unless(confirmed >= 0, "confirmed", "is below zero");
    RefusedInput.unless(!strata.isEmpty(), "strata", "has none");
    Interval.checkedLevel(level);
    Estimate missed = Strata.total(strata, level);
    Interval range = missed.interval();
    return new MissedEstimate(
        missed,
        new Estimate(
            share(confirmed, missed.value()),
            new Interval(share(confirmed, range.upper()), share(confirmed, range.lower()), level)));
  }

  private static double share(long confirmed, double missed) {
    return confirmed + missed == 0 ? 1 : confirmed / (confirmed + missed);
  }
}
