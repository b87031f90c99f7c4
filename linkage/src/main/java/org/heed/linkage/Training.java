package org.heed.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * Learns a model by expectation and maximisation (Dempster, Laird and Rubin; Winkler for linkage)
 * from counts of agreement patterns among proposed pairs. Pairs are of three kinds: of one person,
 * of two people of one household, who share what is not their own, and of two people at random.
 * Without the second kind, families would be learnt as persons. Pairs that no pass proposed are
 * taken to be random. How random pairs agree is known; what of it is owed to pairs of one person is
 * taken off as the model comes to know them.
 */
final class Training {
  private static final int ROUNDS = 300;
  private static final double STILL = 1e-6;

  /** So many supposed pairs speak for the first guess, until real ones outnumber them. */
  private static final double PRIOR_PAIRS = 20;

  private static final double LEAST_OF_CHANCE = 0.02;

  private final List<Comparison> comparisons;
  private final ChanceLevels chance;
  private final double allPairs;
  private final int records;
  private final boolean households;
  private final double[][] m;
  private final double[][] h;
  private final double[][] u;
  private final int given;
  private final int born;
  private double match;
  private double household;

  private Training(Table table, ChanceLevels chance, double allPairs) {
    this.comparisons = table.comparisons();
    this.chance = chance;
    this.records = table.size();
    this.given = table.indexOf(Kind.GIVEN_NAME);
    this.born = table.indexOf(Kind.DATE_OF_BIRTH);
    this.allPairs = Math.max(1, allPairs);
    this.match = Math.min(0.5, 1.0 / Math.max(2, records));
    this.households =
        comparisons.stream().anyMatch(Comparison::isOwn)
            && comparisons.stream().anyMatch(one -> !one.isOwn());
    this.household = households ? match / 2 : 0;
    this.m = new double[comparisons.size()][];
    this.h = new double[comparisons.size()][];
    this.u = new double[comparisons.size()][];
    for (int c = 0; c < m.length; c++) {
      m[c] = comparisons.get(c).levels().stream().mapToDouble(Comparison.Level::guess).toArray();
      h[c] = m[c].clone();
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
    Training training = new Training(table, chance, allPairs);
    training.run(patterns.levels(), patterns.counts());
    return training.model();
  }

  private void run(int[][] levels, double[] counts) {
    takeMatchesOff();
    for (int round = 0; round < ROUNDS; round++) {
      double before = match;
      maximise(levels, counts);
      takeMatchesOff();
      if (Math.abs(match - before) < STILL * before) {
        return;
      }
    }
  }

  private void maximise(int[][] levels, double[] counts) {
    double[][] persons = guesses();
    double[][] families = guesses();
    double matches = 0;
    double housemates = 0;
    for (int p = 0; p < levels.length; p++) {
      double person = match / (1 - match - household);
      double family = household / (1 - match - household);
      for (int c = 0; c < m.length; c++) {
        int level = levels[p][c];
        if (level >= 0) {
          person *= m[c][level] / u[c][level];
          family *= h[c][level] / u[c][level];
        }
      }
      double all = 1 + person + family + family * likeOne(levels[p]);
      double one = counts[p] * person / all;
      double two = counts[p] * family / all;
      matches += one;
      housemates += two;
      for (int c = 0; c < m.length; c++) {
        if (levels[p][c] >= 0) {
          persons[c][levels[p][c]] += one;
          families[c][levels[p][c]] += two;
        }
      }
    }
    match = Math.clamp(matches / allPairs, 0.1 / allPairs, 0.4);
    household = households ? Math.clamp(housemates / allPairs, 0.01 / allPairs, 0.4) : 0;
    for (int c = 0; c < m.length; c++) {
      share(persons[c], m[c]);
      share(families[c], h[c]);
    }
  }

  /** How much likelier twins, and father and son of one name, are than others of a household. */
  private double likeOne(int[] levels) {
    if (given < 0 || born < 0) {
      return 0;
    }
    double birth = ratio(born, levels[born]);
    double name = ratio(given, levels[given]);
    boolean agree = birth > 1 && name > 1;
    return agree ? 0 : Model.LIKE_ONE * ((birth > 1 ? birth : 0) + (name > 1 ? name : 0));
  }

  private double ratio(int comparison, int level) {
    return level < 0 ? 1 : m[comparison][level] / u[comparison][level];
  }

  private double[][] guesses() {
    double[][] guesses = new double[m.length][];
    for (int c = 0; c < guesses.length; c++) {
      guesses[c] =
          comparisons.get(c).levels().stream()
              .mapToDouble(level -> level.guess() * PRIOR_PAIRS)
              .toArray();
    }
    return guesses;
  }

  private static void share(double[] sums, double[] shares) {
    double total = 0;
    for (double sum : sums) {
      total += sum;
    }
    for (int level = 0; level < shares.length; level++) {
      shares[level] = sums[level] / total;
    }
  }

  /** What is a person's own, two people of one household share only by chance. */
  private void takeMatchesOff() {
    for (int c = 0; c < m.length; c++) {
      double[] left = new double[m[c].length];
      double least = 0.5 / Math.max(2, records);
      for (int level = 0; level < left.length; level++) {
        double random = chance.share(c, level);
        double floor = level == 0 ? least : random * LEAST_OF_CHANCE;
        left[level] = Math.max(floor, (random - match * m[c][level]) / (1 - match));
      }
      share(left, u[c]);
      if (comparisons.get(c).isOwn()) {
        System.arraycopy(u[c], 0, h[c], 0, left.length);
      }
    }
  }

  private Model model() {
    List<Model.Compared> compared = new ArrayList<>();
    for (int c = 0; c < m.length; c++) {
      List<Model.Weighed> weighed = new ArrayList<>();
      List<Comparison.Level> levels = comparisons.get(c).levels();
      for (int level = 0; level < m[c].length; level++) {
        weighed.add(
            new Model.Weighed(
                levels.get(level).name(),
                m[c][level],
                h[c][level],
                u[c][level],
                levels.get(level).byRarity() ? typical(c, level) : 0));
      }
      compared.add(new Model.Compared(comparisons.get(c).name(), weighed));
    }
    return new Model(match, household, match * 2 * allPairs / Math.max(1, records), compared);
  }

  private double typical(int c, int level) {
    return level == 0 ? u[c][0] : Math.max(u[c][0], chance.typical(c, level));
  }
}
