package org.heed.figures.inference;

import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.uncertainty.TippingPoint;

/**
 * What a change in flagged counts would mean if recognition had been so and so: a supposition, for
 * when nothing was measured. It gives the range of all that the supposed ranges allow, with nothing
 * said of what within it is likely. With nothing supposed it is from nought to no end: cannot tell.
 *
 * @param name what is supposed, in a sentence
 * @param recognitionBefore share of recorded exploitation that was flagged in the earlier period
 * @param recognitionAfter the same in the later
 * @param wronglyBefore share of the flagged that was not exploitation in the earlier
 * @param wronglyAfter the same in the later
 */
public record Scenario(
    String name,
    Interval recognitionBefore,
    Interval recognitionAfter,
    Interval wronglyBefore,
    Interval wronglyAfter) {
  private static final Interval ANY = new Interval(0, 1, 1);

  public Scenario {
    for (Interval each :
        new Interval[] {recognitionBefore, recognitionAfter, wronglyBefore, wronglyAfter}) {
      RefusedInput.unless(
          each.lower() >= 0 && each.upper() <= 1, "scenario", "has a share outside 0 to 1");
    }
  }

  /** Nothing supposed. */
  public static Scenario nothingSupposed() {
    return new Scenario("Nothing is supposed.", ANY, ANY, ANY, ANY);
  }

  /** The range of the later period's exploitation as a multiple of the earlier's. */
  public Interval ratio(long flaggedBefore, long flaggedAfter) {
    RefusedInput.unless(flaggedBefore > 0, "from", "must be above zero");
    RefusedInput.unless(flaggedAfter >= 0, "to", "is below zero");
    double flagged = (double) flaggedAfter / flaggedBefore;
    double least =
        flagged
            * over(1 - wronglyAfter.upper(), 1 - wronglyBefore.lower())
            * over(recognitionBefore.lower(), recognitionAfter.upper());
    double most =
        flagged
            * over(1 - wronglyAfter.lower(), 1 - wronglyBefore.upper())
            * over(recognitionBefore.upper(), recognitionAfter.lower());
    return new Interval(
        Double.isNaN(least) ? 0 : least, Double.isNaN(most) ? Double.POSITIVE_INFINITY : most, 1);
  }

  /**
   * Whether the range leaves it open if there was any rise or fall. Chance comes on top of that:
   * see {@link TippingPoint}.
   */
  public boolean leavesOpen(long flaggedBefore, long flaggedAfter) {
    return ratio(flaggedBefore, flaggedAfter).contains(1);
  }

  private static double over(double a, double b) {
    return b == 0 ? (a == 0 ? Double.NaN : Double.POSITIVE_INFINITY) : a / b;
  }
}
