package org.heed.figures.runoff;

import java.util.Arrays;

/**
 * How many times the usual number of events each weekday has, from whole weeks of complete days,
 * drawn towards once as far as chance between weeks would do to explain it.
 */
final class Weekdays {
  private static final int WEEK = 7;
  private static final int MOST_WEEKS = 26;
  private static final int LEAST_WEEKS = 4;

  private Weekdays() {}

  static double[] factors(DelayTable table) {
    double[] factors = new double[table.weekdays()];
    Arrays.fill(factors, 1);
    int weeks = Math.min(MOST_WEEKS, table.complete() / WEEK);
    if (table.weekdays() == 1 || weeks < LEAST_WEEKS) {
      return factors;
    }
    double[][] ratio = new double[WEEK][weeks];
    double[] weight = new double[weeks];
    for (int week = 0; week < weeks; week++) {
      int end = table.complete() - week * WEEK;
      for (int day = end - WEEK; day < end; day++) {
        weight[week] += table.all(day) / (double) WEEK;
      }
      for (int day = end - WEEK; day < end; day++) {
        ratio[table.weekday(day)][week] = weight[week] == 0 ? 1 : table.all(day) / weight[week];
      }
    }
    draw(ratio, weight, factors);
    return factors;
  }

  private static void draw(double[][] ratio, double[] weight, double[] factors) {
    double total = Arrays.stream(weight).sum();
    double[] mean = new double[WEEK];
    double[] error = new double[WEEK];
    if (total == 0) {
      return;
    }
    for (int w = 0; w < WEEK; w++) {
      for (int week = 0; week < weight.length; week++) {
        mean[w] += weight[week] * ratio[w][week] / total;
      }
      for (int week = 0; week < weight.length; week++) {
        double off = weight[week] * (ratio[w][week] - mean[w]) / total;
        error[w] += off * off * weight.length / (weight.length - 1.0);
      }
    }
    double common = Arrays.stream(error).average().orElse(0);
    double between = Arrays.stream(mean).map(m -> (m - 1) * (m - 1)).sum() / (WEEK - 1);
    double variance = Math.max(0, between - common);
    for (int w = 0; variance > 0 && w < WEEK; w++) {
      factors[w] = Math.max(0.02, 1 + (mean[w] - 1) * variance / (variance + common));
    }
  }
}
