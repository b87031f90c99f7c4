package org.heed.figures.uncertainty;

import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;

/**
 * The exact interval for the mean of a Poisson count (Garwood 1936, Biometrika 28). Each tail has
 * at most half of one minus the level.
 */
public final class PoissonInterval {
  private PoissonInterval() {}

  /** At 95%. */
  public static Interval of(long count) {
    return of(count, Interval.USUAL_LEVEL);
  }

  /**
   * At any level.
   *
   * @throws RefusedInput for a negative count, which netted official figures can have
   */
  public static Interval of(long count, double level) {
    RefusedInput.unless(
        count >= 0, "count", "must not be negative for a Poisson interval, but is " + count);
    RefusedInput.unless(count <= Integer.MAX_VALUE, "count", "is over two thousand million");
    double tail = (1 - Interval.checkedLevel(level)) / 2;
    double beyond = 2.0 * count + 2000;
    double lower =
        count == 0
            ? 0
            : Roots.of(mean -> RegularizedGamma.P.value((double) count, mean), tail, 0, beyond);
    double upper = Roots.of(mean -> -RegularizedGamma.Q.value(count + 1.0, mean), -tail, 0, beyond);
    return new Interval(lower, upper, level);
  }
}
