package org.heed.figures.chart;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;

/**
 * A funnel of areas (Spiegelhalter 2005, Statistics in Medicine 24): each area's rate against the
 * limits that chance alone would keep it within, were its rate the overall one, from the exact
 * Poisson distribution, interpolated as in that paper's appendix. Areas stay in the order given:
 * this is no league table.
 *
 * @param rate the overall rate
 * @param overdispersion the mean squared Pearson residual; well over 1, more areas fall outside
 *     than chance explains even without any area being special
 * @param areas in the order given
 */
public record Funnel(double rate, double overdispersion, List<Area> areas) {
  /** What is known of an area. */
  public record Given(String id, long events, double population) {}

  /**
   * An area in the funnel.
   *
   * @param given what was known
   * @param rate its rate
   * @param expected the events it would have at the overall rate
   * @param usual the limits of its rate at 95%
   * @param outer the limits of its rate at 99.8%
   */
  public record Area(Given given, double rate, double expected, Interval usual, Interval outer) {
    /** Where its rate lies: {@code within}, {@code above-95}, {@code below-99.8} and so on. */
    public String position() {
      if (!outer.contains(rate)) {
        return rate > outer.upper() ? "above-99.8" : "below-99.8";
      }
      if (!usual.contains(rate)) {
        return rate > usual.upper() ? "above-95" : "below-95";
      }
      return "within";
    }
  }

  public Funnel {
    areas = List.copyOf(areas);
  }

  /** The funnel around the areas' own overall rate. */
  public static Funnel of(List<Given> given) {
    RefusedInput.unless(!given.isEmpty(), "areas", "has none");
    double events = 0;
    double population = 0;
    for (Given each : given) {
      RefusedInput.unless(each.events() >= 0, "events", "below zero in area " + each.id());
      RefusedInput.unless(
          each.population() > 0 && Double.isFinite(each.population()),
          "population",
          "not positive in area " + each.id());
      RefusedInput.unless(
          each.events() <= Integer.MAX_VALUE,
          "events",
          "over two thousand million in area " + each.id());
      events += each.events();
      population += each.population();
    }
    RefusedInput.unless(
        events <= Integer.MAX_VALUE, "events", "are over two thousand million together");
    RefusedInput.unless(Double.isFinite(population), "population", "is too large together");
    double rate = events / population;
    List<Area> areas = new ArrayList<>();
    double squares = 0;
    for (Given each : given) {
      double expected = rate * each.population();
      squares += expected == 0 ? 0 : Math.pow(each.events() - expected, 2) / expected;
      areas.add(
          new Area(
              each,
              each.events() / each.population(),
              expected,
              limits(expected, each.population(), Interval.USUAL_LEVEL),
              limits(expected, each.population(), Interval.OUTER_LEVEL)));
    }
    return new Funnel(rate, given.size() > 1 ? squares / (given.size() - 1) : Double.NaN, areas);
  }

  /** The limits of the rate of an area of this population, for drawing them. */
  public Interval limits(double population, double level) {
    RefusedInput.unless(population > 0, "population", "is not positive");
    return limits(rate * population, population, level);
  }

  private static Interval limits(double expected, double population, double level) {
    if (expected == 0) {
      return new Interval(0, 0, level);
    }
    double tail = (1 - level) / 2;
    PoissonDistribution counts = PoissonDistribution.of(expected);
    return new Interval(
        Math.max(0, quantile(counts, tail)) / population,
        Math.max(0, quantile(counts, 1 - tail)) / population,
        level);
  }

  private static double quantile(PoissonDistribution counts, double p) {
    int at = counts.inverseCumulativeProbability(p);
    return at - (counts.cumulativeProbability(at) - p) / counts.probability(at);
  }
}
