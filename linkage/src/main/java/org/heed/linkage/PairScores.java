package org.heed.linkage;

import java.util.Arrays;

/**
 * Scores many pairs at once, comparison by comparison, so that whoever surely stays below a weight
 * is dropped before anything dearer is looked at, and what one pair waits for in memory comes while
 * others are reckoned. For one thread.
 */
final class PairScores {
  private final Scorer scorer;
  private final JaroWinkler jaro = new JaroWinkler();
  private int[] as = {};
  private int[] bs = {};

  /** The codes of the values that are compared. */
  private int[] xs = {};

  private int[] ys = {};
  private int[] levels = {};
  private float[] weights = {};
  private float[] houses = {};
  private float[] givens = {};
  private float[] births = {};
  private int left;

  PairScores(Scorer scorer) {
    this.scorer = scorer;
  }

  /**
   * Scores the first so many pairs; those of at least this weight are told by {@link #a}, {@link
   * #b} and {@link #weight} until the next are scored, in the order in which they came.
   *
   * @return how many they are
   */
  int score(int[] someAs, int[] someBs, int count, float least) {
    start(someAs, someBs, count);
    int[] order = scorer.order();
    for (int place = 0; place < order.length && left > 0; place++) {
      int c = order[place];
      WeighedComparison weighed = scorer.weighed(c);
      level(weighed.comparison(), place);
      add(c, weighed, place, least);
    }
    int kept = 0;
    for (int k = 0; k < left; k++) {
      float weight = weights[k] + scorer.household(houses[k], givens[k], births[k]);
      if (weight >= least) {
        as[kept] = as[k];
        bs[kept] = bs[k];
        weights[kept++] = weight;
      }
    }
    return kept;
  }

  int a(int place) {
    return as[place];
  }

  int b(int place) {
    return bs[place];
  }

  /** To base 2, of the two being one person. */
  float weight(int place) {
    return weights[place];
  }

  private void level(Comparison comparison, int place) {
    for (int k = 0; k < left; k++) {
      xs[k] = scorer.term(as[k], place);
      ys[k] = scorer.term(bs[k], place);
    }
    for (int k = 0; k < left; k++) {
      levels[k] = comparison.level(xs[k], ys[k], as[k], bs[k], jaro);
    }
  }

  private void start(int[] someAs, int[] someBs, int count) {
    if (count > as.length) {
      as = new int[count];
      bs = new int[count];
      xs = new int[count];
      ys = new int[count];
      levels = new int[count];
      weights = new float[count];
      houses = new float[count];
      givens = new float[count];
      births = new float[count];
    }
    System.arraycopy(someAs, 0, as, 0, count);
    System.arraycopy(someBs, 0, bs, 0, count);
    Arrays.fill(weights, 0, count, scorer.start());
    Arrays.fill(houses, 0, count, 0);
    Arrays.fill(givens, 0, count, 0);
    Arrays.fill(births, 0, count, 0);
    left = count;
  }

  /** Adds a comparison's weights, and drops those that what is still to come cannot lift enough. */
  private void add(int c, WeighedComparison weighed, int place, float least) {
    boolean isGiven = c == scorer.given();
    boolean isBorn = c == scorer.born();
    int kept = 0;
    for (int k = 0; k < left; k++) {
      int a = as[k];
      int b = bs[k];
      int level = levels[k];
      float rare = level < 0 ? 0 : scorer.rarity(c, level, xs[k], ys[k], a, b);
      float weight = level < 0 ? 0 : weighed.weight(level) + rare;
      float sum = weights[k] + weight;
      if (sum + scorer.most(a, b, place) < least) {
        continue;
      }
      as[kept] = a;
      bs[kept] = b;
      weights[kept] = sum;
      houses[kept] = level < 0 ? houses[k] : houses[k] + weighed.shared(level, rare);
      givens[kept] = isGiven ? weight : givens[k];
      births[kept] = isBorn ? weight : births[k];
      kept++;
    }
    left = kept;
  }
}
