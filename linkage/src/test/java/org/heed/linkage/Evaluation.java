package org.heed.linkage;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Clusters against the truth: pairwise over every true pair, so that one never proposed counts as
 * missed, and B-cubed, the mean over records.
 */
record Evaluation(double precision, double recall, double cubedPrecision, double cubedRecall) {

  static Evaluation of(Linkage linkage, IntFunction<String> truth) {
    int n = linkage.records().size();
    Map<String, Integer> people = new HashMap<>();
    Map<Integer, Integer> clusters = new HashMap<>();
    Map<String, Integer> both = new HashMap<>();
    String[] cells = new String[n];
    for (int i = 0; i < n; i++) {
      people.merge(truth.apply(i), 1, Integer::sum);
      clusters.merge(linkage.cluster(i), 1, Integer::sum);
      cells[i] = linkage.cluster(i) + "|" + truth.apply(i);
      both.merge(cells[i], 1, Integer::sum);
    }
    double right = pairs(both);
    double cubedPrecision = 0;
    double cubedRecall = 0;
    for (int i = 0; i < n; i++) {
      double together = both.getOrDefault(cells[i], 0);
      cubedPrecision += together / clusters.getOrDefault(linkage.cluster(i), 1);
      cubedRecall += together / people.getOrDefault(truth.apply(i), 1);
    }
    return new Evaluation(
        share(right, pairs(clusters)),
        share(right, pairs(people)),
        cubedPrecision / n,
        cubedRecall / n);
  }

  private static double pairs(Map<?, Integer> sizes) {
    return sizes.values().stream().mapToDouble(size -> size * (size - 1.0) / 2).sum();
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 1 : part / whole;
  }

  double f1() {
    return harmonic(precision, recall);
  }

  double cubed() {
    return harmonic(cubedPrecision, cubedRecall);
  }

  private static double harmonic(double a, double b) {
    return 2 * a * b / (a + b);
  }
}
