package org.heed.figures.chart;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;

/**
 * A funnel of shares (Spiegelhalter 2005, Statistics in Medicine 24): each group's share against
 * the limits that chance alone would keep it within, were its share the overall one, from the exact
 * binomial distribution, interpolated as in that paper's appendix. Groups stay in the order given.
 *
 * @param share the overall share
 */
public record ShareFunnel(double share, List<Group> groups) {
  /** What is known of a group. */
  public record Given(String id, int has, int of) {
    public Given {
      RefusedInput.unless(of > 0, "of", "must be at least 1, but is " + of);
      RefusedInput.unless(has >= 0 && has <= of, "has", "must lie between 0 and " + of);
    }

    /** Its share. */
    public double share() {
      return (double) has / of;
    }
  }

  /**
   * A group in the funnel.
   *
   * @param usual the limits of its share at 95%
   * @param outer the limits of its share at 99.8%
   */
  public record Group(Given given, Interval usual, Interval outer) {
    /** Whether its share lies outside the 95% limits. */
    public boolean isOutside() {
      return !usual.contains(given.share());
    }

    /** Whether it lies outside the 99.8% limits. */
    public boolean isFarOutside() {
      return !outer.contains(given.share());
    }
  }

  public ShareFunnel {
    groups = List.copyOf(groups);
  }

  /** The funnel around the groups' own overall share. */
  public static ShareFunnel of(List<Given> given) {
    RefusedInput.unless(!given.isEmpty(), "groups", "has none");
    double has = given.stream().mapToDouble(Given::has).sum();
    double of = given.stream().mapToDouble(Given::of).sum();
    double share = has / of;
    List<Group> groups = new ArrayList<>();
    for (Given each : given) {
      groups.add(
          new Group(
              each,
              limits(share, each.of(), Interval.USUAL_LEVEL),
              limits(share, each.of(), Interval.OUTER_LEVEL)));
    }
    return new ShareFunnel(share, groups);
  }

  /** The limits of the share of a group of this size, for drawing them. */
  public Interval limits(int of, double level) {
    return limits(share, of, level);
  }

  private static Interval limits(double share, int of, double level) {
    if (share == 0 || share == 1) {
      return new Interval(share, share, level);
    }
    double tail = (1 - level) / 2;
    BinomialDistribution counts = BinomialDistribution.of(of, share);
    return new Interval(
        Math.max(0, quantile(counts, tail)) / of,
        Math.min(of, quantile(counts, 1 - tail)) / of,
        level);
  }

  private static double quantile(BinomialDistribution counts, double p) {
    int at = counts.inverseCumulativeProbability(p);
    return at - (counts.cumulativeProbability(at) - p) / counts.probability(at);
  }
}
