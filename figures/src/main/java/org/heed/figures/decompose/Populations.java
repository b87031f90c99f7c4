package org.heed.figures.decompose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heed.figures.RefusedInput;

/**
 * Rates of several populations, standardised for each factor so that every pair's effects add up
 * and all pairs agree with each other (Das Gupta 1993, chapter 6). Effects of successive pairs
 * alone do not add up over time.
 *
 * @param names the populations in the order given
 * @param crude each population's rate
 * @param standardised for each factor, each population's rate were only that factor to differ
 * @param grouping which factors were moved together
 */
public record Populations(
    List<String> names,
    List<Double> crude,
    Map<String, List<Double>> standardised,
    Grouping.Group grouping) {

  /** Standardised over all the populations, which are taken in the order given. */
  public static Populations of(
      RateExpression rate, Map<String, Map<String, double[]>> populations, Grouping.Group groups) {
    check(rate, populations);
    List<String> names = List.copyOf(populations.keySet());
    int n = names.size();
    RefusedInput.unless(n >= 2, "populations", "must be at least two");
    List<Map<String, double[]>> values = List.copyOf(populations.values());
    Grouping.Group grouping = Grouping.complete(groups, values.getFirst().keySet());
    Map<String, double[][]> pairs = new LinkedHashMap<>();
    values.getFirst().keySet().forEach(factor -> pairs.put(factor, new double[n][n]));
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        var pair = Decomposition.of(rate, values.get(i), values.get(j), grouping).standardised();
        for (Map.Entry<String, List<Double>> entry : pair.entrySet()) {
          double[][] table = pairs.getOrDefault(entry.getKey(), new double[n][n]);
          table[i][j] = entry.getValue().get(0);
          table[j][i] = entry.getValue().get(1);
        }
      }
    }
    Map<String, List<Double>> standardised = new LinkedHashMap<>();
    pairs.forEach((factor, table) -> standardised.put(factor, consistent(table)));
    List<Double> crude = values.stream().map(rate::value).toList();
    return new Populations(names, crude, standardised, grouping);
  }

  /** Das Gupta's formula 6.17: {@code table[i][j]} is population i's rate set against j's. */
  private static List<Double> consistent(double[][] table) {
    int n = table.length;
    List<Double> rates = new ArrayList<>();
    for (int one = 0; one < n; one++) {
      double rate = 0;
      for (int i = 0; i < n; i++) {
        if (i != one) {
          double others = 0;
          for (int j = 0; j < n; j++) {
            others += j == one || j == i ? 0 : table[i][j];
          }
          rate += table[one][i] / (n - 1) + (others - (n - 2) * table[i][one]) / (n * (n - 1.0));
        }
      }
      rates.add(rate);
    }
    return rates;
  }

  /** Refuses populations whose factors differ in name or length. */
  static void check(RateExpression rate, Map<String, Map<String, double[]>> populations) {
    Map.Entry<String, Map<String, double[]>> first = null;
    for (Map.Entry<String, Map<String, double[]>> entry : populations.entrySet()) {
      first = first == null ? entry : first;
      for (String factor : rate.factors()) {
        RefusedInput.unless(
            entry.getValue().containsKey(factor), entry.getKey(), "lacks the factor " + factor);
      }
      RefusedInput.unless(
          entry.getValue().keySet().equals(first.getValue().keySet()),
          entry.getKey(),
          "has other factors than " + first.getKey());
      for (Map.Entry<String, double[]> factor : first.getValue().entrySet()) {
        double[] here = entry.getValue().getOrDefault(factor.getKey(), new double[0]);
        RefusedInput.unless(
            here.length == factor.getValue().length,
            entry.getKey(),
            "has "
                + here.length
                + " values of "
                + factor.getKey()
                + ", not "
                + factor.getValue().length);
      }
    }
  }
}
