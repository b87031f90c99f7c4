package org.heed.server.publication;

import org.heed.figures.uncertainty.RateRatio;
import org.heed.figures.uncertainty.TippingPoint;
import org.jspecify.annotations.Nullable;

/**
 * One count against an earlier one over an equal time.
 *
 * @param ratio the later over the earlier, with its exact 95% interval; null where one of them is
 *     zero, of which no ratio can be told
 * @param tipping how much worse the earlier time must have been at catching for there to be no
 *     change; null likewise
 */
public record Comparison(
    long before, long after, @Nullable RateRatio ratio, @Nullable TippingPoint tipping) {

  static Comparison of(long before, long after) {
    if (before == 0 || after == 0) {
      return new Comparison(before, after, null, null);
    }
    return new Comparison(
        before, after, RateRatio.of(after, before), TippingPoint.of(before, after));
  }

  /** Whether chance alone would do as an explanation, at 95%. */
  public boolean chanceWouldDo() {
    return ratio == null || ratio.interval().contains(1);
  }
}
