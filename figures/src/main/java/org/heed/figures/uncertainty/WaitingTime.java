package org.heed.figures.uncertainty;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.heed.figures.Interval;

/**
 * How long something takes that has not happened to all yet: the product-limit estimate of Kaplan
 * and Meier (1958), whose median has the interval of Brookmeyer and Crowley (1982) on the scale of
 * the log of the negative log, which stays between 0 and 1. Those who wait still count for as long
 * as they waited.
 */
public final class WaitingTime {
  private static final double HALF = 0.5 + 1e-12;

  private WaitingTime() {}

  /**
   * How long one waited.
   *
   * @param happened whether it ended with what was waited for; otherwise it may come later
   */
  public record Waited(double time, boolean happened) {
    public Waited {
      if (!(time >= 0) || Double.isInfinite(time)) {
        throw new IllegalArgumentException("a waiting time is not below zero and ends");
      }
    }
  }

  /**
   * The time by which it happened to half of all; the upper end of its interval is infinite where
   * too few are known of.
   */
  public record Median(double time, Interval interval) {}

  /** The median; empty where it has not happened to half of all, as far as is known. */
  public static Optional<Median> median(Collection<Waited> waited, double level) {
    List<Waited> all = waited.stream().sorted(Comparator.comparingDouble(Waited::time)).toList();
    double z = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + level) / 2);
    double left = 1;
    double variance = 0;
    double median = Double.POSITIVE_INFINITY;
    double lower = Double.POSITIVE_INFINITY;
    double upper = Double.POSITIVE_INFINITY;
    for (int from = 0; from < all.size(); ) {
      double time = all.get(from).time();
      int atRisk = all.size() - from;
      int happened = 0;
      for (; from < all.size() && all.get(from).time() == time; from++) {
        happened += all.get(from).happened() ? 1 : 0;
      }
      if (happened == 0) {
        continue;
      }
      left *= (atRisk - happened) / (double) atRisk;
      variance += happened / ((double) atRisk * (atRisk - happened));
      double spread = Math.exp(z * Math.sqrt(variance) / Math.abs(Math.log(left)));
      boolean none = atRisk == happened;
      median = left <= HALF ? Math.min(median, time) : median;
      lower = none || Math.pow(left, spread) <= HALF ? Math.min(lower, time) : lower;
      upper = none || Math.pow(left, 1 / spread) <= HALF ? Math.min(upper, time) : upper;
    }
    return Double.isInfinite(median)
        ? Optional.empty()
        : Optional.of(new Median(median, new Interval(lower, upper, level)));
  }
}
