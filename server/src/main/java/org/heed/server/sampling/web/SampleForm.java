package org.heed.server.sampling.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heed.figures.sampling.Allocation;
import org.heed.server.web.Choice;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Typed;

/** The form of a sample's plan, as typed: its days, area, precision and sizes by stratum. */
public record SampleForm(Typed typed) {
  private static final int WIDEST = 50;
  private static final String SIZE = "size-";

  /**
   * A stratum in a row of the form.
   *
   * @param weight how many each that is drawn stands for
   */
  public record Row(String name, String field, int population, String size, String weight) {}

  /** With an error where the title is missing, or a day. */
  public FormErrors named(FormErrors errors, String title, String since, String until) {
    FormErrors all = typed.required(errors, "title", title);
    all = typed.day("since").isEmpty() ? all.and("since", since) : all;
    return typed.day("until").isEmpty() ? all.and("until", until) : all;
  }

  /** With an error where no precision is given. */
  public FormErrors precise(FormErrors errors) {
    return typed.number("precision", 1, WIDEST).isEmpty()
        ? errors.and("precision", "Enter the precision in points from 1 to " + WIDEST)
        : errors;
  }

  /** Half of the interval wanted, as a share. */
  public double halfWidth() {
    return typed.number("precision", 1, WIDEST).orElseThrow() / 100.0;
  }

  /** The share of a field in percent. */
  public Optional<Double> percent(String field) {
    return typed.number(field, 1, 99).map(share -> share / 100.0);
  }

  /** How many there are in all strata. */
  public static int population(SortedMap<String, Integer> strata) {
    return strata.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** A size shared out over strata by how large these are. */
  public static Map<String, Integer> proportional(int size, SortedMap<String, Integer> strata) {
    return Allocation.named(strata, Allocation.proportional(size, List.copyOf(strata.values())));
  }

  /** The sizes typed; empty where one is none or too many, or all are none. */
  public Optional<Map<String, Integer>> sizes(SortedMap<String, Integer> strata) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> one : strata.entrySet()) {
      Optional<Integer> size = typed.number(SIZE + one.getKey(), 0, one.getValue());
      if (size.isEmpty()) {
        return Optional.empty();
      }
      sizes.put(one.getKey(), size.get());
    }
    return Optional.of(sizes).filter(all -> all.values().stream().anyMatch(size -> size > 0));
  }

  /** Whether sizes that were changed are to be worked out again, before anything is drawn. */
  public boolean isAgain() {
    return !typed.get("again").isEmpty();
  }

  /** A stratum in a row. */
  public static Row row(String stratum, String title, int population, int size) {
    return new Row(
        title,
        SIZE + stratum,
        population,
        Integer.toString(size),
        size == 0 ? "none" : String.format(Locale.UK, "%,.1f", (double) population / size));
  }

  /** The areas to choose from. */
  public List<Choice> areaChoices(Map<String, String> areas) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Every area open to me");
    all.putAll(areas);
    return Choice.list(all, Set.of(typed.get("area")));
  }

  /** What the form that draws carries on of the one that asks. */
  public Map<String, String> carried() {
    return typed.fields().entrySet().stream()
        .filter(one ->
            !one.getKey().startsWith(SIZE)
                && !one.getKey().startsWith("_")
                && !one.getKey().equals("again"))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
  }
}
