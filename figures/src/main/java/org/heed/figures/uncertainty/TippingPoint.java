package org.heed.figures.uncertainty;

import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;

/**
 * How much worse the past must have been at catching what happened for there to be no rise at all:
 * past capture (reporting, recording and flagging together) as a share of present capture. It is
 * the ratio of counts turned over; an assumption-free way to say what a rise would take to explain
 * away, not an estimate of what happened.
 *
 * @param ratio the present count over the past one; infinite where the past had none
 * @param breakEven past capture over present capture at which the true count did not move; over 1
 *     where the recorded count fell
 * @param interval the break-even's exact interval, from the rate ratio's
 */
public record TippingPoint(double ratio, double breakEven, Interval interval) {
  /** From a past count to a present one, at 95%. */
  public static TippingPoint of(long from, long to) {
    return of(from, to, Interval.USUAL_LEVEL);
  }

  /** From a past count to a present one. */
  public static TippingPoint of(long from, long to, double level) {
    RefusedInput.unless(from >= 0, "from", "must not be negative, but is " + from);
    RefusedInput.unless(to >= 0, "to", "must not be negative, but is " + to);
    RefusedInput.unless(from <= Integer.MAX_VALUE, "from", "is over two thousand million");
    RefusedInput.unless(to <= Integer.MAX_VALUE - from, "to", "makes over two thousand million");
    RefusedInput.unless(from + to > 0, "from", "no events in either period: nothing can tip");
    RateRatio ratio = RateRatio.of(to, 1, from, 1, level);
    Interval of = ratio.interval();
    return new TippingPoint(
        ratio.ratio(), 1 / ratio.ratio(), new Interval(1 / of.upper(), 1 / of.lower(), level));
  }

  /**
   * The past capture that explains the whole change, were present capture {@code now}; over 1 where
   * no past capture could.
   */
  public double pastCaptureGiven(double now) {
    RefusedInput.unless(now > 0 && now <= 1, "capture_now", "must lie over 0 and up to 1: " + now);
    return breakEven * now;
  }
}
