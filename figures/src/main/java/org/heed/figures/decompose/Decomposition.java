package org.heed.figures.decompose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heed.figures.RefusedInput;

/**
 * The difference of a rate between two populations, shared out among its factors (Das Gupta 1993,
 * Standardization and Decomposition of Rates, US Census Bureau P23-186). The effects add up to the
 * difference.
 *
 * @param from the rate in the first population
 * @param to the rate in the second
 * @param effects for each factor, its part of {@code to} minus {@code from}
 * @param standardised for each factor, the rate in the first and in the second population were all
 *     else the same in both
 * @param grouping which factors were moved together
 */
public record Decomposition(
    double from,
    double to,
    Map<String, Double> effects,
    Map<String, List<Double>> standardised,
    Grouping.Group grouping) {

  /** Each factor for itself. */
  public static Decomposition of(
      RateExpression rate, Map<String, double[]> from, Map<String, double[]> to) {
    return of(rate, from, to, Grouping.flat(from.keySet()));
  }

  /** With factors grouped; those the grouping leaves out stand for themselves. */
  public static Decomposition of(
      RateExpression rate,
      Map<String, double[]> from,
      Map<String, double[]> to,
      Grouping.Group groups) {
    Populations.check(rate, Map.of("from", from, "to", to));
    Grouping.Group grouping = Grouping.complete(groups, from.keySet());
    List<String> order = grouping.factors();
    Map<String, Sharing.Share> shares =
        Sharing.of(grouping, on -> rate.value(mixed(order, from, to, on)));
    Map<String, Double> effects = new LinkedHashMap<>();
    Map<String, List<Double>> standardised = new LinkedHashMap<>();
    for (String factor : from.keySet()) {
      Sharing.Share share = shares.get(factor);
      if (share == null) {
        throw new RefusedInput("groups", "leave out " + factor);
      }
      effects.put(factor, share.effect());
      standardised.put(factor, List.of(share.without(), share.with()));
    }
    return new Decomposition(rate.value(from), rate.value(to), effects, standardised, grouping);
  }

  private static Map<String, double[]> mixed(
      List<String> order, Map<String, double[]> from, Map<String, double[]> to, long on) {
    Map<String, double[]> mixed = new LinkedHashMap<>();
    for (int i = 0; i < order.size(); i++) {
      Map<String, double[]> side = (on >> i & 1) == 1 ? to : from;
      mixed.put(order.get(i), side.getOrDefault(order.get(i), new double[0]));
    }
    return mixed;
  }
}
