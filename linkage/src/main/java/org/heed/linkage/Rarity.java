package org.heed.linkage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How rare the values of a table are, in bits. */
final class Rarity {
  private final float[][] byTerm;
  private final @Nullable Beside beside;

  /**
   * Of values as given.
   *
   * @param byTerm for each comparison, by value
   * @param beside of a given name beside a family name; null where there are no family names
   */
  Rarity(float[][] byTerm, @Nullable Beside beside) {
    this.byTerm = byTerm;
    this.beside = beside;
  }

  /** How rare a given name is among those that go with a family name. */
  @FunctionalInterface
  interface Beside {
    float rarity(int given, int family);
  }

  /** As the records of the table themselves show. */
  static Rarity of(Table table, Model model, List<Frequencies> frequencies) {
    List<Comparison> comparisons = table.comparisons();
    float[][] byTerm = new float[comparisons.size()][];
    for (int c = 0; c < byTerm.length; c++) {
      double further = further(model.comparisons().get(c), model);
      byTerm[c] = new float[comparisons.get(c).distinct()];
      for (int term = 0; term < byTerm[c].length; term++) {
        byTerm[c][term] = bits(frequencies.get(c).share(term, further));
      }
    }
    Names names = table.names();
    return new Rarity(
        byTerm,
        names == null || table.indexOf(Kind.FAMILY_NAME) < 0 ? null : NameGroups.of(names)::rarity);
  }

  float[][] byTerm() {
    return byTerm;
  }

  @Nullable Beside beside() {
    return beside;
  }

  /** How many further records of the same person are expected to have the same value. */
  static double further(Model.Compared compared, Model model) {
    return model.further() * compared.levels().getFirst().m();
  }

  static float bits(double share) {
    return (float) Weights.rounded(-Weights.log2(share));
  }
}
