package org.heed.linkage;

import java.util.List;

/**
 * A comparison with what each of its levels weighs by the model, and how rare its values are.
 * Frozen.
 */
final class WeighedComparison {
  private static final int SAMPLE = 1024;

  private final Comparison comparison;
  private final int[] terms;
  private final float[] weights;
  private final float[] shared;
  private final boolean[] byRarity;
  private final boolean isOwn;
  private final float[] rarity;

  WeighedComparison(Comparison comparison, Model.Compared compared, float[] rarity) {
    this.comparison = comparison;
    this.terms = comparison.terms();
    this.rarity = rarity;
    this.isOwn = comparison.isOwn();
    List<Model.Weighed> levels = compared.levels();
    this.weights = new float[levels.size()];
    this.shared = new float[levels.size()];
    this.byRarity = new boolean[levels.size()];
    for (int level = 0; level < levels.size(); level++) {
      Model.Weighed of = levels.get(level);
      byRarity[level] = of.byRarity();
      double over = of.byRarity() ? of.typical() / of.u() : 1 / of.u();
      weights[level] = (float) Weights.rounded(Weights.log2(of.m() * over));
      shared[level] = (float) Weights.rounded(Weights.log2(of.h() * over));
    }
  }

  Comparison comparison() {
    return comparison;
  }

  /** The code of a record's value. */
  int term(int record) {
    return terms[record];
  }

  /** The weight of a level for values of no rarity. */
  float weight(int level) {
    return weights[level];
  }

  /**
   * What a level says for two people of one household rather than two at random, for values of this
   * rarity; nothing where it is of a person alone.
   */
  float shared(int level, float rare) {
    return isOwn ? 0 : shared[level] + rare;
  }

  /** What the rarity of two values adds to a level's weight. */
  float rarity(int level, int x, int y) {
    return byRarity[level] ? Math.min(rarity[x], rarity[y]) : 0;
  }

  /**
   * The most that it can add for a record, whoever is beside it: no value is rarer than its own.
   */
  float most(int record) {
    int term = terms[record];
    if (term < 0) {
      return 0;
    }
    float most = 0;
    for (int level = 0; level < weights.length; level++) {
      most = Math.max(most, byRarity[level] ? weights[level] + rarity[term] : weights[level]);
    }
    return most;
  }

  /** How far a pair that is different falls below the most, on average over some records. */
  double fall() {
    int step = Math.max(1, terms.length / SAMPLE);
    double sum = 0;
    int count = 0;
    for (int record = 0; record < terms.length; record += step) {
      if (terms[record] >= 0) {
        sum += most(record) - weights[weights.length - 1];
      }
      count++;
    }
    return count == 0 ? 0 : sum / count;
  }

  /** What telling a level takes, roughly, against comparing two numbers. */
  int cost() {
    return switch (comparison) {
      case Exact _ -> 1;
      case Dates _, Identifiers _ -> 2;
      case Postcodes _ -> 3;
      case FamilyNames _ -> 5;
      case GivenNames _ -> 6;
      case OtherNames _, TextColumn _ -> 10;
    };
  }
}
