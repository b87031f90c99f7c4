package org.heed.figures.uncertainty;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;

/**
 * The ratio of two Poisson rates, a to b, exactly, given their sum (Przyborowski and Wilenski 1940,
 * Biometrika 31): the first count is binomial among both. The p value is two-sided for equal rates
 * and adds every outcome no likelier than the one seen (Fay 2010, R Journal 2).
 *
 * @param ratio rate of a over rate of b; infinite where b had no events
 * @param interval the exact interval; its upper end is infinite where b had no events
 * @param p the two-sided p value for equal rates
 */
public record RateRatio(double ratio, Interval interval, double p) {
  /** Outcomes this much likelier still count as no likelier, against rounding. */
  private static final double SLACK = 1 + 1e-7;

  /** Counts over equal exposures, at 95%. */
  public static RateRatio of(long a, long b) {
    return of(a, 1, b, 1, Interval.USUAL_LEVEL);
  }

  /**
   * Counts over exposures (person-years, population, days).
   *
   * @throws RefusedInput for a negative count, an exposure that is not positive, or no events at
   *     all
   */
  public static RateRatio of(long a, double exposureA, long b, double exposureB, double level) {
    RefusedInput.unless(a >= 0, "a.count", "must not be negative, but is " + a);
    RefusedInput.unless(b >= 0, "b.count", "must not be negative, but is " + b);
    RefusedInput.unless(positive(exposureA), "a.exposure", "must be positive, but is " + exposureA);
    RefusedInput.unless(positive(exposureB), "b.exposure", "must be positive, but is " + exposureB);
    RefusedInput.unless(a <= Integer.MAX_VALUE, "a.count", "is over two thousand million");
    RefusedInput.unless(b <= Integer.MAX_VALUE - a, "b.count", "makes over two thousand million");
    long both = a + b;
    RefusedInput.unless(both > 0, "a.count", "no events on either side: no ratio can be formed");
    double tail = (1 - Interval.checkedLevel(level)) / 2;
    double scale = exposureB / exposureA;
    RefusedInput.unless(
        scale >= 1e-100 && scale <= 1e100, "b.exposure", "is too far from a.exposure");
    double ratio = scale * a / b;
    double lower = scale * odds(ProportionInterval.lower(a, both, tail));
    double upper = scale / odds(ProportionInterval.lower(b, both, tail));
    double share = exposureA / (exposureA + exposureB);
    return new RateRatio(ratio, new Interval(lower, upper, level), p((int) a, (int) both, share));
  }

  private static boolean positive(double exposure) {
    return exposure > 0 && Double.isFinite(exposure);
  }

  private static double odds(double p) {
    return p / (1 - p);
  }

  private static double p(int seen, int trials, double share) {
    BinomialDistribution binomial = BinomialDistribution.of(trials, share);
    double expected = trials * share;
    if (seen == expected) {
      return 1;
    }
    double bar = binomial.probability(seen) * SLACK;
    if (seen < expected) {
      int first = firstNoLikelier(binomial, (int) Math.ceil(expected), trials, bar);
      return Math.min(
          1, binomial.cumulativeProbability(seen) + binomial.survivalProbability(first - 1));
    }
    int last = lastNoLikelier(binomial, (int) Math.floor(expected), bar);
    return Math.min(
        1, binomial.cumulativeProbability(last) + binomial.survivalProbability(seen - 1));
  }

  /** The first outcome at or above {@code from} within the bar; one past the end if none is. */
  private static int firstNoLikelier(BinomialDistribution binomial, int from, int to, double bar) {
    int low = from;
    int high = to + 1;
    while (low < high) {
      int middle = low + (high - low) / 2;
      if (binomial.probability(middle) <= bar) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The last outcome at or below {@code from} within the bar; -1 if none is. */
  private static int lastNoLikelier(BinomialDistribution binomial, int from, double bar) {
    int low = -1;
    int high = from;
    while (low < high) {
      int middle = low + (high - low + 1) / 2;
      if (binomial.probability(middle) <= bar) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
