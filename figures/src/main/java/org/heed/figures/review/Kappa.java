package org.heed.figures.review;

/**
 * Cohen's kappa for two readers, plain and weighted (Cohen 1960 and 1968), with the large-sample
 * standard error of Fleiss, Cohen and Everitt (1969, Psychological Bulletin 72).
 */
public final class Kappa {
  private Kappa() {}

  /** How near two categories count as agreeing. */
  public enum Weights {
    /** Only when the same. */
    NONE,
    /** Less by equal steps. */
    LINEAR,
    /** Less by the square of the steps. */
    QUADRATIC;

    double of(int a, int b, int categories) {
      double apart = categories < 2 ? 0 : Math.abs(a - b) / (categories - 1.0);
      return switch (this) {
        case NONE -> a == b ? 1 : 0;
        case LINEAR -> 1 - apart;
        case QUADRATIC -> 1 - apart * apart;
      };
    }
  }

  /**
   * Kappa of a square table; not a number where chance alone would agree always, as when one
   * category only was used.
   */
  public static Estimate of(int[][] table, Weights weights, double level) {
    return of(table, agreeing(table, weights), level);
  }

  /**
   * Kappa by weights of one's own.
   *
   * @param weights how far two categories count as agreeing: 1 where they are the same, down to 0
   */
  public static Estimate of(int[][] table, double[][] weights, double level) {
    return beyond(table, weights).ofMany(level);
  }

  /** Kappa with limits that hold for few records too: {@link Beyond#ofFew}. */
  public static Estimate ofFew(int[][] table, Weights weights, double level) {
    return beyond(table, agreeing(table, weights)).ofFew(level);
  }

  private static double[][] agreeing(int[][] table, Weights weights) {
    int k = table.length;
    double[][] agreeing = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        agreeing[i][j] = weights.of(i, j, k);
      }
    }
    return agreeing;
  }

  private static Beyond beyond(int[][] table, double[][] weights) {
    int k = table.length;
    double total = 0;
    double[] row = new double[k];
    double[] column = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        total += table[i][j];
        row[i] += table[i][j];
        column[j] += table[i][j];
      }
    }
    double seen = 0;
    double chance = 0;
    double[] rowMean = new double[k];
    double[] columnMean = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double weight = weights[i][j];
        seen += weight * table[i][j] / total;
        chance += weight * row[i] * column[j] / total / total;
        rowMean[i] += weight * column[j] / total;
        columnMean[j] += weight * row[i] / total;
      }
    }
    double kappa = (seen - chance) / (1 - chance);
    double sum = 0;
    double spread = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double off = weights[i][j] - (rowMean[i] + columnMean[j]) * (1 - kappa);
        sum += table[i][j] / total * off * off;
        spread += table[i][j] / total * (weights[i][j] - seen) * (weights[i][j] - seen);
      }
    }
    double centre = kappa - chance * (1 - kappa);
    return new Beyond(seen, chance, (sum - centre * centre) / total, spread, total);
  }
}
