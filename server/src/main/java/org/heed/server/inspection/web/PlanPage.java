package org.heed.server.inspection.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heed.rulebook.InspectionCriteria;
import org.heed.server.inspection.EarlierGrades;
import org.heed.server.inspection.Part;
import org.heed.server.inspection.StrataBy;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code inspection/plan.jte}.
 *
 * @param typed the form as typed
 * @param areas that cases can be in
 */
public record PlanPage(
    Page page,
    Map<String, String> typed,
    List<InspectionCriteria> criteria,
    Map<String, String> areas,
    Shared shared) {
  public PlanPage {
    criteria = List.copyOf(criteria);
  }

  /**
   * The size wanted, shared out.
   *
   * @param strata how many cases each has; empty before the frame was asked for
   * @param proportional by size
   * @param neyman by size and by how much cases differed before; empty where nothing tells
   * @param told what tells it
   * @param sizes the one proposed
   */
  public record Shared(
      SortedMap<String, Integer> strata,
      Map<String, Integer> proportional,
      Map<String, Integer> neyman,
      Optional<EarlierGrades.Told> told,
      Map<String, Integer> sizes) {
    static final Shared NONE =
        new Shared(new TreeMap<>(), Map.of(), Map.of(), Optional.empty(), Map.of());
  }

  /** A stratum in a row of the form. */
  public record Row(
      String name,
      String field,
      int population,
      String proportional,
      String neyman,
      String size,
      String weight) {}

  public SortedMap<String, Integer> strata() {
    return shared.strata();
  }

  /** To within how many points each way of sharing out would tell the share, in words. */
  public String expected() {
    EarlierGrades.Told told = shared.told().orElseThrow();
    return "± "
        + points(told.halfWidth(strata(), shared.proportional()))
        + " shared out by size, ± "
        + points(told.halfWidth(strata(), shared.neyman()))
        + " by how much cases differed";
  }

  private static String points(double halfWidth) {
    return String.format(Locale.UK, "%.1f points", 100 * halfWidth);
  }

  public List<Choice> purposeChoices() {
    String chosen = typed("purpose").isEmpty() ? "precision" : typed("purpose");
    return List.of(
        Choice.of("precision", "To tell a share to within some points").chosen(chosen),
        Choice.of("change", "To find a change since an earlier share")
            .hint("So many in each of two samples, at 95%")
            .chosen(chosen));
  }

  public List<Choice> allocationChoices() {
    return List.of(
        Choice.of("proportional", "How large they are").chosen(typed("allocation")),
        Choice.of("neyman", "How much their cases differed before, too (Neyman)")
            .chosen(typed("allocation")));
  }

  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  public List<Choice> criteriaChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    criteria.forEach(one -> all.put(one.id(), one.title() + " (" + one.version() + ")"));
    return Choice.list(all, Set.of(typed("criteria")));
  }

  public List<Choice> areaChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Every area open to me");
    all.putAll(areas);
    return Choice.list(all, Set.of(typed("area")));
  }

  public List<Choice> strataChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    for (StrataBy by : StrataBy.values()) {
      all.put(by.code(), by.title());
    }
    return Choice.list(all, Set.of(typed("strata")));
  }

  public List<Choice> partChoices() {
    List<Choice> all = new ArrayList<>();
    for (Part part : Part.values()) {
      all.add(
          new Choice(
              part.code(),
              part.title(),
              "",
              List.of(typed("part").split(",")).contains(part.code())));
    }
    return all;
  }

  /** How many cases the frame has. */
  public int population() {
    return strata().values().stream().mapToInt(Integer::intValue).sum();
  }

  public int size() {
    return shared.sizes().values().stream().mapToInt(Integer::intValue).sum();
  }

  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    strata()
        .forEach((name, population) -> {
          int size = shared.sizes().getOrDefault(name, 0);
          rows.add(
              new Row(
                  title(name),
                  field(name),
                  population,
                  Words.number(shared.proportional().getOrDefault(name, 0)),
                  Words.number(shared.neyman().getOrDefault(name, 0)),
                  Integer.toString(size),
                  size == 0 ? "none" : Words.number(Math.round((double) population / size))));
        });
    return rows;
  }

  /** The field of a stratum's size. */
  static String field(String stratum) {
    return "size-" + stratum;
  }

  /** A stratum in words. */
  public static String title(String stratum) {
    return stratum.equals("all") ? "All cases" : Words.title(stratum);
  }

  /** What the second form carries on of the first. */
  public Map<String, String> carried() {
    return typed.entrySet().stream()
        .filter(one -> !one.getKey().startsWith("size-") && !one.getKey().startsWith("_"))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
  }
}
