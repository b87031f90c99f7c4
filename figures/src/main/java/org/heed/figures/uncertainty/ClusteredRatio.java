package org.heed.figures.uncertainty;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;

/**
 * The ratio of two counts whose events come in clusters, such as the crimes of one operation. The
 * clusters are taken to be Poisson; each count then varies as much as an independent one that is
 * smaller by its factor, the mean size of the cluster that an event is in (the variance of a
 * compound Poisson count over its mean), and the exact conditional interval is formed of these
 * smaller counts. The interval is never narrower than the exact one without clusters, and with
 * clusters of one it is that one.
 *
 * @param ratio the later count over the earlier
 * @param interval widened
 * @param factorAfter of the later count
 * @param factorBefore of the earlier one
 */
public record ClusteredRatio(
    double ratio, Interval interval, double factorAfter, double factorBefore) {

  /**
   * From the sizes of the clusters of either count.
   *
   * @throws RefusedInput where either has no events, or a size is not positive
   */
  public static ClusteredRatio of(long[] after, long[] before, double level) {
    double tail = (1 - Interval.checkedLevel(level)) / 2;
    long a = sum("after", after);
    long b = sum("before", before);
    double factorA = squares(after) / a;
    double factorB = squares(before) / b;
    double smallA = a / factorA;
    double smallB = b / factorB;
    double scale = factorA / factorB;
    Interval exact = RateRatio.of(a, 1, b, 1, level).interval();
    double lower = scale * odds(lower(smallA, smallB, tail));
    double upper = scale / odds(lower(smallB, smallA, tail));
    return new ClusteredRatio(
        (double) a / b,
        new Interval(Math.min(lower, exact.lower()), Math.max(upper, exact.upper()), level),
        factorA,
        factorB);
  }

  /** The share of the first, of both together, at which so many of it or more have {@code tail}. */
  private static double lower(double first, double second, double tail) {
    return Roots.of(p -> RegularizedBeta.value(p, first, second + 1), tail, 0, 1);
  }

  private static double odds(double p) {
    return p / (1 - p);
  }

  private static long sum(String name, long[] sizes) {
    long sum = 0;
    for (long size : sizes) {
      RefusedInput.unless(size > 0, name, "has a cluster of " + size);
      sum += size;
    }
    RefusedInput.unless(sum > 0, name, "has no events: no ratio can be formed");
    return sum;
  }

  private static double squares(long[] sizes) {
    double sum = 0;
    for (long size : sizes) {
      sum += (double) size * size;
    }
    return sum;
  }
}
