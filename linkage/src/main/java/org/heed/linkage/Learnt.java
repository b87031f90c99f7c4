package org.heed.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the linking of a body of records rests on, frozen: the model, how frequent each value is,
 * and which given names go with which family names. It weighs any two records, of that body or
 * later ones, to the same parts as that linking would; a value that the body does not have counts
 * as its rarest. Safe for any number of threads.
 */
public final class Learnt {
  private final Layout layout;
  private final Habits habits;
  private final Model model;
  private final int records;
  private final Map<String, Values> values;
  private final @Nullable NameGroups groups;
  private final Map<String, Integer> names;

  /** How rare the values of one comparison are, and one that is not among them, in bits. */
  private record Values(Map<String, Float> bits, float unseen) {}

  private Learnt(
      Layout layout,
      Habits habits,
      Model model,
      int records,
      Map<String, Values> values,
      @Nullable NameGroups groups,
      Map<String, Integer> names) {
    this.layout = layout;
    this.habits = habits;
    this.model = model;
    this.records = records;
    this.values = values;
    this.groups = groups;
    this.names = names;
  }

  /** Learns from records as linking them does. */
  public static Learnt of(Records records) {
    return of(records, null);
  }

  /**
   * Takes the frequencies of these records.
   *
   * @param model learnt before; null to learn it from them
   */
  public static Learnt of(Records records, @Nullable Model model) {
    Habits habits = Habits.of(records);
    Table table = Table.of(records, habits);
    List<Frequencies> frequencies = table.comparisons().stream().map(Frequencies::of).toList();
    Model fitted =
        model == null ? Linker.learn(table, frequencies) : model.fitted(table.comparisons());
    Map<String, Values> values = new HashMap<>();
    for (int c = 0; c < frequencies.size(); c++) {
      Comparison comparison = table.comparisons().get(c);
      Frequencies of = frequencies.get(c);
      double further = Rarity.further(fitted.comparisons().get(c), fitted);
      Map<String, Float> bits = new HashMap<>();
      for (int term = 0; term < comparison.distinct(); term++) {
        bits.put(comparison.text(term), Rarity.bits(of.share(term, further)));
      }
      values.put(
          comparison.name(),
          new Values(bits, Rarity.bits(Frequencies.share(0, of.known(), further))));
    }
    Names named = table.names();
    if (named == null || table.indexOf(Kind.FAMILY_NAME) < 0) {
      return new Learnt(records.layout(), habits, fitted, records.size(), values, null, Map.of());
    }
    Map<String, Integer> names = new HashMap<>();
    for (int name = 0; name < named.values().size(); name++) {
      names.put(named.values().text(name), name);
    }
    return new Learnt(
        records.layout(), habits, fitted, records.size(), values, NameGroups.of(named), names);
  }

  public Model model() {
    return model;
  }

  public Layout layout() {
    return layout;
  }

  /** How many records it rests on. */
  public int records() {
    return records;
  }

  Habits habits() {
    return habits;
  }

  /** The weight of two records and what it is made of; values in the order of the layout. */
  public Explanation explain(@Nullable String[] a, @Nullable String[] b) {
    List<@Nullable String[]> rows = new ArrayList<>();
    rows.add(a);
    rows.add(b);
    Explanation said = scorer(rows).explain(0, 1);
    Map<String, Explanation.Part> parts =
        said.parts().stream().collect(Collectors.toMap(Explanation.Part::comparison, part -> part));
    List<Explanation.Part> all = new ArrayList<>();
    all.add(said.parts().getFirst());
    for (Model.Compared compared : model.comparisons()) {
      all.add(
          parts.getOrDefault(
              compared.name(), new Explanation.Part(compared.name(), Explanation.NOT_KNOWN, 0)));
    }
    all.add(said.parts().getLast());
    return new Explanation(said.weight(), all);
  }

  /** Scores these rows among each other. */
  Scorer scorer(List<@Nullable String[]> rows) {
    Records.Builder builder = Records.builder(layout);
    rows.forEach(row -> builder.add("", row));
    Table table = Table.of(builder.freeze(), habits);
    List<Comparison> comparisons = table.comparisons();
    float[][] byTerm = new float[comparisons.size()][];
    for (int c = 0; c < byTerm.length; c++) {
      Comparison comparison = comparisons.get(c);
      Values known = values.getOrDefault(comparison.name(), new Values(Map.of(), 0));
      byTerm[c] = new float[comparison.distinct()];
      for (int term = 0; term < byTerm[c].length; term++) {
        byTerm[c][term] = known.bits.getOrDefault(comparison.text(term), known.unseen);
      }
    }
    Model fitted = model.fitted(comparisons);
    return new Scorer(table, fitted, new Rarity(byTerm, beside(table)));
  }

  /** The blocking keys of a row by itself, which are those it has in any table. */
  Passes passes(@Nullable String[] row) {
    return passes(List.<@Nullable String[]>of(row));
  }

  /** The blocking keys of each of these rows. */
  Passes passes(List<@Nullable String[]> rows) {
    Records.Builder builder = Records.builder(layout);
    rows.forEach(row -> builder.add("", row));
    return Passes.of(Table.of(builder.freeze(), habits));
  }

  private Rarity.@Nullable Beside beside(Table table) {
    Names of = table.names();
    NameGroups known = groups;
    if (of == null || known == null) {
      return null;
    }
    return (given, family) -> {
      Integer one = names.get(of.values().text(given));
      Integer other = names.get(of.values().text(family));
      return one == null || other == null ? Float.POSITIVE_INFINITY : known.rarity(one, other);
    };
  }
}
