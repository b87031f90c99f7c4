package org.heed.figures.review;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;

/**
 * Fleiss' kappa for many readers, who need not be the same for each record (Fleiss 1971,
 * Psychological Bulletin 76). Its error is the linearised one over records, which holds whether or
 * not readers agree (Gwet 2008, British Journal of Mathematical and Statistical Psychology 61);
 * Fleiss' own holds only where they do not.
 */
public final class FleissKappa {
  private FleissKappa() {}

  /**
   * Kappa of how many readers put each record into each category; not a number where one category
   * only was used.
   *
   * @param counts a row for each record, each with the same number of readers, two at least
   */
  public static Estimate of(int[][] counts, double level) {
    Interval.checkedLevel(level);
    int readers = readers(counts);
    double[] shares = shares(counts, readers);
    double chance = Arrays.stream(shares).map(share -> share * share).sum();
    double agreed = Arrays.stream(counts).mapToDouble(row -> agreed(row, readers)).sum();
    double seen = agreed / counts.length;
    if (!(chance < 1)) {
      return new Estimate(Double.NaN, new Interval(-1, 1, level));
    }
    double kappa = (seen - chance) / (1 - chance);
    double sum = 0;
    for (int[] row : counts) {
      double own = (agreed(row, readers) - chance) / (1 - chance);
      double met = 0;
      for (int k = 0; k < shares.length; k++) {
        met += shares[k] * row[k] / readers;
      }
      double off = own - 2 * (1 - kappa) * (met - chance) / (1 - chance) - kappa;
      sum += off * off;
    }
    double error = Math.sqrt(sum / counts.length / Math.max(1, counts.length - 1));
    double half = error * NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    return new Estimate(
        kappa, new Interval(Math.max(-1, kappa - half), Math.min(1, kappa + half), level));
  }

  private static int readers(int[][] counts) {
    RefusedInput.unless(counts.length > 0, "ratings", "has none");
    int readers = Arrays.stream(counts[0]).sum();
    RefusedInput.unless(readers >= 2, "ratings", "need two readers or more");
    for (int[] row : counts) {
      RefusedInput.unless(
          Arrays.stream(row).sum() == readers, "ratings", "have rows of different readers");
    }
    return readers;
  }

  private static double[] shares(int[][] counts, int readers) {
    double[] shares = new double[counts[0].length];
    for (int[] row : counts) {
      for (int k = 0; k < shares.length; k++) {
        shares[k] += (double) row[k] / readers / counts.length;
      }
    }
    return shares;
  }

  private static double agreed(int[] row, int readers) {
    long pairs = Arrays.stream(row).mapToLong(n -> (long) n * (n - 1)).sum();
    return (double) pairs / readers / (readers - 1);
  }
}
