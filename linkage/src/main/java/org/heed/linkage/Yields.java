package org.heed.linkage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each pass is worth: how many of its pairs are expected to be of one person, from a sample.
 * Where all passes together propose more pairs than there is time for, those go that bring the
 * least for what they cost.
 */
final class Yields {
  /** So many pairs a record there is always time for. */
  private static final double A_RECORD = 25;

  private static final double ALWAYS = 10_000_000;

  private final double[] pairs;
  private final double[] expected;

  private Yields(double[] pairs, double[] expected) {
    this.pairs = pairs;
    this.expected = expected;
  }

  static Yields of(Model model, List<Patterns> passes) {
    double[] pairs = new double[passes.size()];
    double[] expected = new double[passes.size()];
    for (int pass = 0; pass < pairs.length; pass++) {
      int[][] levels = passes.get(pass).levels();
      double[] counts = passes.get(pass).counts();
      for (int p = 0; p < counts.length; p++) {
        pairs[pass] += counts[p];
        expected[pass] += counts[p] * probability(model, levels[p]);
      }
    }
    return new Yields(pairs, expected);
  }

  private static double probability(Model model, int[] levels) {
    double person = model.match();
    double family = model.household();
    double random = 1 - person - family;
    for (int c = 0; c < levels.length; c++) {
      if (levels[c] >= 0) {
        Model.Weighed of = model.comparisons().get(c).levels().get(levels[c]);
        person *= of.m() / of.u();
        family *= of.h() / of.u();
      }
    }
    return person / (person + family + random);
  }

  /** The passes to be gone through, in their order. */
  int[] kept(int records) {
    double budget = Math.max(ALWAYS, A_RECORD * records);
    boolean[] kept = new boolean[pairs.length];
    Integer[] best = IntStream.range(0, pairs.length).boxed().toArray(Integer[]::new);
    Arrays.sort(
        best, Comparator.comparingDouble((Integer pass) -> -expected[pass] / (pairs[pass] + 1)));
    for (int pass : best) {
      if (pairs[pass] <= budget) {
        budget -= pairs[pass];
        kept[pass] = true;
      }
    }
    return IntStream.range(0, kept.length).filter(pass -> kept[pass]).toArray();
  }
}
