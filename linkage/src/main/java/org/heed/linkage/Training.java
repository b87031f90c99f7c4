package org.heed.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * Learns a model by expectation and maximisation (Dempster, Laird and Rubin; Winkler for linkage)
 * from counts of agreement patterns among proposed pairs. Pairs that no pass proposed are taken to
 * be of two people. How random pairs agree is known; what of it is owed to pairs of one person is
 * taken off as the model comes to know them.
 */
final class Training {
  private static final int ROUNDS = 200;
  private static final double STILL = 1e-7;

  /** So many supposed pairs speak for the first guess, until real ones outnumber them. */
  private static final double PRIOR_PAIRS = 20;

  private static final double LEAST_OF_CHANCE = 0.02;

  private final List<Comparison> comparisons;
  private final ChanceLevels chance;
  private final double allPairs;
  private final int records;
  private final double[][] m;
  private final double[][] u;
  private double match;

  private Training(
      List<Comparison> comparisons, ChanceLevels chance, int records, double allPairs) {
    this.comparisons = comparisons;
    this.chance = chance;
    this.records = records;
    this.allPairs = Math.max(1, allPairs);
    this.match = Math.min(0.5, 1.0 / Math.max(2, records));
    this.m = new double[comparisons.size()][];
    this.u = new double[comparisons.size()][];
    for (int c = 0; c < m.length; c++) {
      m[c] = comparisons.get(c).levels().stream().mapToDouble(Comparison.Level::guess).toArray();
      u[c] = new double[m[c].length];
    }
  }

  /**
   * Learns.
   *
   * @param patterns of the proposed pairs, or of a sample of them counted up to all
   * @param allPairs how many pairs of records there are
   */
  static Model learn(Table table, ChanceLevels chance, Patterns patterns, double allPairs) {
    Training training = new Training(table.comparisons(), chance, table.size(), allPairs);
    training.run(patterns.levels(), patterns.counts());
    return training.model();
  }

  private void run(int[][] levels, double[] counts) {
    takeMatchesOff();
    for (int round = 0; round < ROUNDS; round++) {
      double before = match;
      maximise(levels, counts, posterior(levels));
      takeMatchesOff();
      if (Math.abs(match - before) < STILL * before) {
        return;
      }
    }
  }

  private double[] posterior(int[][] levels) {
    double[] posterior = new double[levels.length];
    for (int p = 0; p < levels.length; p++) {
      double odds = match / (1 - match);
      for (int c = 0; c < m.length; c++) {
        int level = levels[p][c];
        if (level >= 0) {
          odds *= m[c][level] / u[c][level];
        }
      }
      posterior[p] = odds / (1 + odds);
    }
    return posterior;
  }

  private void maximise(int[][] levels, double[] counts, double[] posterior) {
    double[][] sums = new double[m.length][];
    for (int c = 0; c < m.length; c++) {
      List<Comparison.Level> all = comparisons.get(c).levels();
      sums[c] = all.stream().mapToDouble(level -> level.guess() * PRIOR_PAIRS).toArray();
    }
    double matches = 0;
    for (int p = 0; p < levels.length; p++) {
      double pairs = counts[p] * posterior[p];
      matches += pairs;
      for (int c = 0; c < m.length; c++) {
        if (levels[p][c] >= 0) {
          sums[c][levels[p][c]] += pairs;
        }
      }
    }
    match = Math.clamp(matches / allPairs, 0.1 / allPairs, 0.5);
    for (int c = 0; c < m.length; c++) {
      double total = 0;
      for (double sum : sums[c]) {
        total += sum;
      }
      for (int level = 0; level < m[c].length; level++) {
        m[c][level] = sums[c][level] / total;
      }
    }
  }

  private void takeMatchesOff() {
    for (int c = 0; c < m.length; c++) {
      double total = 0;
      double least = 0.5 / Math.max(2, records);
      for (int level = 0; level < m[c].length; level++) {
        double random = chance.share(c, level);
        double floor = level == 0 ? least : random * LEAST_OF_CHANCE;
        u[c][level] = Math.max(floor, (random - match * m[c][level]) / (1 - match));
        total += u[c][level];
      }
      for (int level = 0; level < m[c].length; level++) {
        u[c][level] /= total;
      }
    }
  }

  private Model model() {
    List<Model.Compared> compared = new ArrayList<>();
    for (int c = 0; c < m.length; c++) {
      List<Model.Weighed> weighed = new ArrayList<>();
      List<Comparison.Level> levels = comparisons.get(c).levels();
      for (int level = 0; level < m[c].length; level++) {
        double typical =
            !levels.get(level).byRarity()
                ? 0
                : level == 0 ? u[c][0] : Math.max(u[c][0], chance.typical(c, level));
        weighed.add(new Model.Weighed(levels.get(level).name(), m[c][level], u[c][level], typical));
      }
      compared.add(new Model.Compared(comparisons.get(c).name(), weighed));
    }
    return new Model(match, match * 2 * allPairs / Math.max(1, records), compared);
  }
}
