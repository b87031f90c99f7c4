package org.heed.linkage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt: how often two random records are of one person, and for each level of each
 * comparison how often pairs of one person (m), of two of one household (h) and of two at random
 * (u) are at it. A weight is the logarithm to base 2 of how much likelier the level is for one
 * person.
 *
 * @param match the share of all pairs that are of one person
 * @param household the share of all pairs that are of two people of one household
 * @param further how many further records of the same person a record has, on average
 * @param comparisons in the order of the table's
 */
public record Model(double match, double household, double further, List<Compared> comparisons) {
  /**
   * How many of two people of one household are as like as twins, who share a birthday but no given
   * name, and how many as a father and a son of one name. One birth in some sixty is of twins;
   * supposing more of them costs little where there are none and keeps more apart where there are.
   */
  static final double LIKE_ONE = 1.0 / 16;

  /**
   * One comparison.
   *
   * @param name as of the column or kind
   * @param levels the strongest first
   */
  public record Compared(String name, List<Weighed> levels) {
    public Compared {
      levels = List.copyOf(levels);
    }
  }

  /**
   * One level.
   *
   * @param level what it is called
   * @param m its share of pairs of one person, of those where both records say something
   * @param h its share of pairs of two people of one household
   * @param u its share of pairs of two people at random
   * @param typical where rarity counts, the frequency of a value at which the weight is just
   *     log2(m/u); else 0
   */
  public record Weighed(String level, double m, double h, double u, double typical) {
    boolean byRarity() {
      return typical > 0;
    }
  }

  public Model {
    comparisons = List.copyOf(comparisons);
  }

  /** This model for these comparisons: one it does not know weighs nothing, at any level. */
  Model fitted(List<Comparison> table) {
    Map<String, Compared> known =
        comparisons.stream().collect(Collectors.toMap(Compared::name, one -> one));
    return new Model(
        match,
        household,
        further,
        table.stream()
            .map(comparison -> fitted(comparison, known.get(comparison.name())))
            .toList());
  }

  private static Compared fitted(Comparison comparison, @Nullable Compared known) {
    Map<String, Weighed> levels =
        known == null
            ? Map.of()
            : known.levels().stream().collect(Collectors.toMap(Weighed::level, one -> one));
    return new Compared(
        comparison.name(),
        comparison.levels().stream()
            .map(level -> levels.getOrDefault(level.name(), new Weighed(level.name(), 1, 1, 1, 0)))
            .toList());
  }

  /** The weight of nothing known for two people of one household, against two at random. */
  double householdStart() {
    return household == 0
        ? Double.NEGATIVE_INFINITY
        : Weights.rounded(Weights.log2(household / (1 - match - household)));
  }

  /** The weight of nothing known: the logarithm of the odds that a random pair is of one person. */
  double start() {
    return Weights.rounded(Weights.log2(match / (1 - match - household)));
  }
}
