package org.heed.figures.review;

import java.util.Arrays;
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
    return beyond(counts).ofMany(Interval.checkedLevel(level));
  }

  /** Kappa with limits that hold for few records too: {@link Beyond#ofFew}. */
  public static Estimate ofFew(int[][] counts, double level) {
    return beyond(counts).ofFew(Interval.checkedLevel(level));
  }

  private static Beyond beyond(int[][] counts) {
    int readers = readers(counts);
    double[] shares = shares(counts, readers);
    double chance = Arrays.stream(shares).map(share -> share * share).sum();
    double seen =
        Arrays.stream(counts).mapToDouble(row -> agreed(row, readers)).sum() / counts.length;
    double kappa = (seen - chance) / (1 - chance);
    double sum = 0;
    double spread = 0;
    for (int[] row : counts) {
      double met = 0;
      for (int k = 0; k < shares.length; k++) {
        met += shares[k] * row[k] / readers;
      }
      double own = agreed(row, readers);
      double off = own - seen - 2 * (1 - kappa) * (met - chance);
      sum += off * off;
      spread += (own - seen) * (own - seen) / counts.length;
    }
    return new Beyond(
        seen, chance, sum / counts.length / Math.max(1, counts.length - 1), spread, counts.length);
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
