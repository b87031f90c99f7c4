package org.heed.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What each level of agreement weighs for two records, by table lookup, with their values' rarity
 * added to it. Frozen; safe for any number of threads.
 */
final class Scorer {
  /** Below these odds the household's part is less than the unit of weights. */
  private static final double NO_HOUSEHOLD = 1.0 / 4096;

  private final Table table;
  private final Model model;
  private final WeighedComparison[] comparisons;
  private final @Nullable Names names;
  private final Rarity.@Nullable Beside groups;
  private final int given;
  private final int born;
  private final float start;
  private final float householdStart;
  private final int[] order;

  /**
   * For each record, side by side since records lie anywhere: by place in that order the code of
   * its value, and what the comparisons after it can add at most, as the bits of a float.
   */
  private final int[] cards;

  Scorer(Table table, Model model, Rarity rarity) {
    this.table = table;
    this.model = model;
    this.start = (float) model.start();
    this.householdStart = (float) model.householdStart();
    this.names = table.names();
    this.groups = rarity.beside();
    this.given = table.indexOf(Kind.GIVEN_NAME);
    this.born = table.indexOf(Kind.DATE_OF_BIRTH);
    this.comparisons = new WeighedComparison[table.comparisons().size()];
    for (int c = 0; c < comparisons.length; c++) {
      comparisons[c] =
          new WeighedComparison(
              table.comparisons().get(c), model.comparisons().get(c), rarity.byTerm()[c]);
    }
    this.order =
        IntStream.range(0, comparisons.length)
            .boxed()
            .sorted(Comparator.comparingDouble(c -> -comparisons[c].fall() / comparisons[c].cost()))
            .mapToInt(Integer::intValue)
            .toArray();
    this.cards = cards();
  }

  private int[] cards() {
    int width = 2 * order.length;
    int[] all = new int[Math.multiplyExact(table.size(), width)];
    for (int record = 0; record < table.size(); record++) {
      float most = 0;
      for (int place = order.length - 1; place >= 0; place--) {
        WeighedComparison weighed = comparisons[order[place]];
        int at = record * width + 2 * place;
        all[at] = weighed.term(record);
        all[at + 1] = Float.floatToRawIntBits(most);
        most += weighed.most(record);
      }
    }
    return all;
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

  WeighedComparison weighed(int c) {
    return comparisons[c];
  }

  /** The comparisons in the order of scoring: what tells most for its cost comes first. */
  int[] order() {
    return order;
  }

  /** The code of a record's value for the comparison at a place of that order. */
  int term(int record, int place) {
    return cards[2 * (record * order.length + place)];
  }

  /** The most that the comparisons behind a place of that order can add for two records. */
  float most(int a, int b, int place) {
    int at = 2 * place + 1;
    int width = 2 * order.length;
    return Math.min(
        Float.intBitsToFloat(cards[a * width + at]), Float.intBitsToFloat(cards[b * width + at]));
  }

  /** The weight that every pair starts from. */
  float start() {
    return start;
  }

  /**
   * What the rarity of two records' values, given by their codes, adds to the weight of a level
   * that they are at.
   */
  float rarity(int c, int level, int x, int y, int a, int b) {
    float rare = comparisons[c].rarity(level, x, y);
    if (c != given || level != 0 || names == null || groups == null) {
      return rare;
    }
    int family = names.family()[a];
    return family < 0 || family != names.family()[b]
        ? rare
        : Math.min(rare, groups.rarity(x, family));
  }

  /** What the rarity of two records' values adds to the weight of a level that they are at. */
  float rarity(int c, int level, int a, int b) {
    return rarity(c, level, comparisons[c].term(a), comparisons[c].term(b), a, b);
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
    JaroWinkler jaro = new JaroWinkler();
    float house = 0;
    double[] of = new double[comparisons.length];
    for (int c = 0; c < comparisons.length; c++) {
      Comparison comparison = comparisons[c].comparison();
      int level = comparison.level(a, b, jaro);
      String says = Explanation.NOT_KNOWN;
      if (level >= 0) {
        says = comparison.levels().get(level).name();
        float rare = rarity(c, level, a, b);
        of[c] = comparisons[c].weight(level) + rare;
        house += comparisons[c].shared(level, rare);
      }
      parts.add(new Explanation.Part(comparison.name(), says, of[c]));
    }
    parts.add(
        new Explanation.Part(
            "household",
            "what two of one household, twins, or father and son share",
            household(house, given < 0 ? 0 : of[given], born < 0 ? 0 : of[born])));
    return new Explanation(parts.stream().mapToDouble(Explanation.Part::weight).sum(), parts);
  }
}
