package org.heed.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores pairs by table lookup: each comparison's level gives a weight, to which a value's rarity
 * is added. For one thread; {@link #copy()} gives another thread its own.
 */
final class Scorer {
  /** Below these odds the household's part is less than the unit of weights. */
  private static final double NO_HOUSEHOLD = 1.0 / 4096;

  private final Table table;
  private final Model model;
  private final Comparison[] comparisons;
  private final int[][] terms;
  private final float[][] weights;
  private final float[][] shared;
  private final boolean[][] byRarity;
  private final boolean[] own;
  private final @Nullable Names names;
  private final Rarity.@Nullable Beside groups;
  private final int given;
  private final int born;
  private final float[][] rarity;
  private final JaroWinkler jaro = new JaroWinkler();
  private final float start;
  private final float householdStart;

  /** Comparisons in the order of scoring, cheap ones first. */
  private final int[] order;

  /** How much the comparisons from here on can add for the record that it was worked out for. */
  private final float[] most;

  private int boundOf = -1;

  private Scorer(Scorer other) {
    this.table = other.table;
    this.model = other.model;
    this.comparisons = other.comparisons;
    this.terms = other.terms;
    this.weights = other.weights;
    this.shared = other.shared;
    this.householdStart = other.householdStart;
    this.byRarity = other.byRarity;
    this.own = other.own;
    this.names = other.names;
    this.groups = other.groups;
    this.given = other.given;
    this.born = other.born;
    this.rarity = other.rarity;
    this.start = other.start;
    this.order = other.order;
    this.most = new float[other.most.length];
  }

  Scorer(Table table, Model model, Rarity rarity) {
    this.table = table;
    this.model = model;
    this.comparisons = table.comparisons().toArray(Comparison[]::new);
    this.start = (float) model.start();
    int n = comparisons.length;
    this.terms = new int[n][];
    this.weights = new float[n][];
    this.shared = new float[n][];
    this.householdStart = (float) model.householdStart();
    this.byRarity = new boolean[n][];
    this.own = new boolean[n];
    this.names = table.names();
    this.groups = rarity.beside();
    this.given = table.indexOf(Kind.GIVEN_NAME);
    this.born = table.indexOf(Kind.DATE_OF_BIRTH);
    this.rarity = rarity.byTerm();
    for (int c = 0; c < n; c++) {
      List<Model.Weighed> levels = model.comparisons().get(c).levels();
      terms[c] = comparisons[c].terms();
      own[c] = comparisons[c].isOwn();
      weights[c] = new float[levels.size()];
      shared[c] = new float[levels.size()];
      byRarity[c] = new boolean[levels.size()];
      for (int level = 0; level < levels.size(); level++) {
        Model.Weighed of = levels.get(level);
        byRarity[c][level] = of.byRarity();
        double over = of.byRarity() ? of.typical() / of.u() : 1 / of.u();
        weights[c][level] = (float) Weights.rounded(Weights.log2(of.m() * over));
        shared[c][level] = (float) Weights.rounded(Weights.log2(of.h() * over));
      }
    }
    this.order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingInt(c -> cost(comparisons[c])))
            .mapToInt(Integer::intValue)
            .toArray();
    this.most = new float[n + 1];
  }

  private static int cost(Comparison comparison) {
    return switch (comparison) {
      case Exact _ -> 0;
      case Dates _, Identifiers _ -> 1;
      case Postcodes _ -> 2;
      case FamilyNames _ -> 3;
      case GivenNames _ -> 4;
      case OtherNames _, TextColumn _ -> 5;
    };
  }

  /**
   * Works out how much the comparisons from each on can add for a record, whoever is beside it:
   * agreement on a value is no rarer than the record's own. Blocks are gone through with one record
   * against many, so that it is worked out once for many pairs.
   */
  private void bound(int record) {
    boundOf = record;
    for (int i = order.length - 1; i >= 0; i--) {
      int c = order[i];
      int term = terms[c][record];
      float best = 0;
      if (term >= 0) {
        float rare = rarity[c][term];
        for (int level = 0; level < weights[c].length; level++) {
          float weight = weights[c][level];
          best = Math.max(best, byRarity[c][level] ? weight + rare : weight);
        }
      }
      most[i] = most[i + 1] + best;
    }
  }

  Scorer copy() {
    return new Scorer(this);
  }

  Table table() {
    return table;
  }

  Model model() {
    return model;
  }

  int comparisons() {
    return comparisons.length;
  }

  /** The weight that every pair starts from. */
  float start() {
    return start;
  }

  int level(int comparison, int a, int b) {
    return comparisons[comparison].level(a, b, jaro);
  }

  /** The weight of a level for two records. */
  float weight(int comparison, int level, int a, int b) {
    return level < 0 ? 0 : weights[comparison][level] + rarity(comparison, level, a, b);
  }

  /** What a level says for two people of one household rather than two at random. */
  float shared(int comparison, int level, int a, int b) {
    return level < 0 || own[comparison]
        ? 0
        : shared[comparison][level] + rarity(comparison, level, a, b);
  }

  private float rarity(int comparison, int level, int a, int b) {
    if (!byRarity[comparison][level]) {
      return 0;
    }
    int[] of = terms[comparison];
    float rare = Math.min(rarity[comparison][of[a]], rarity[comparison][of[b]]);
    if (comparison != given || level != 0 || names == null || groups == null) {
      return rare;
    }
    int family = names.family()[a];
    return family < 0 || family != names.family()[b]
        ? rare
        : Math.min(rare, groups.rarity(of[a], family));
  }

  /** Which comparison is that of given names, or −1. */
  int given() {
    return given;
  }

  /** Which comparison is that of dates of birth, or −1. */
  int born() {
    return born;
  }

  /**
   * The part that takes off what two people of one household would share as well: where the odds
   * against a random pair are those of a household, of twins or of a father and a son of one name,
   * agreement says so much less for one person.
   *
   * @param shared what the comparisons that are not a person's own say for a household
   * @param givenName the weight of the given names
   * @param birth the weight of the dates of birth
   */
  float household(double shared, double givenName, double birth) {
    double weight = householdStart + shared;
    double some = Math.pow(2, weight);
    double few = some * Model.LIKE_ONE;
    double all =
        some
            + (birth > 0 && givenName <= 0 ? few * Math.pow(2, birth) : 0)
            + (givenName > 0 && birth <= 0 ? few * Math.pow(2, givenName) : 0);
    return all < NO_HOUSEHOLD ? 0 : (float) -Weights.rounded(Weights.log2(1 + all));
  }

  /** The weight of a pair and what it is made of. */
  Explanation explain(int a, int b) {
    List<Explanation.Part> parts = new ArrayList<>();
    parts.add(new Explanation.Part("start", "two records at random", start));
    float house = 0;
    double[] of = new double[comparisons.length];
    for (int c = 0; c < comparisons.length; c++) {
      int level = level(c, a, b);
      String says = level < 0 ? Explanation.NOT_KNOWN : comparisons[c].levels().get(level).name();
      parts.add(new Explanation.Part(comparisons[c].name(), says, weight(c, level, a, b)));
      of[c] = weight(c, level, a, b);
      house += shared(c, level, a, b);
    }
    parts.add(
        new Explanation.Part(
            "household",
            "what two of one household, twins, or father and son share",
            household(house, given < 0 ? 0 : of[given], born < 0 ? 0 : of[born])));
    return new Explanation(score(a, b, Float.NEGATIVE_INFINITY), parts);
  }

  /**
   * The weight of a pair: the logarithm to base 2 of the odds that it is of one person. Where it
   * surely lies below {@code least}, some number below that.
   */
  float score(int a, int b, float least) {
    if (a != boundOf) {
      bound(a);
    }
    float sum = start;
    float house = 0;
    float givenName = 0;
    float birth = 0;
    for (int i = 0; i < order.length; i++) {
      if (sum + most[i] < least) {
        return Float.NEGATIVE_INFINITY;
      }
      int c = order[i];
      int level = comparisons[c].level(a, b, jaro);
      if (level >= 0) {
        float rare = rarity(c, level, a, b);
        float weight = weights[c][level] + rare;
        sum += weight;
        if (!own[c]) {
          house += shared[c][level] + rare;
        } else if (c == given) {
          givenName = weight;
        } else if (c == born) {
          birth = weight;
        }
      }
    }
    return sum < least ? sum : sum + household(house, givenName, birth);
  }
}
