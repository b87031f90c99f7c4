package org.heed.server.inspection.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.heed.rulebook.InspectionCriteria;
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
 * @param strata how many cases each has; empty before the frame was asked for
 * @param sizes how many of each are proposed, or were typed
 */
public record PlanPage(
    Page page,
    Map<String, String> typed,
    List<InspectionCriteria> criteria,
    Map<String, String> areas,
    SortedMap<String, Integer> strata,
    Map<String, Integer> sizes) {
  public PlanPage {
    criteria = List.copyOf(criteria);
  }

  /** A stratum in a row of the form. */
  public record Row(String name, String field, int population, String size, String weight) {}

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
    return strata.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int size() {
    return sizes.values().stream().mapToInt(Integer::intValue).sum();
  }

  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    strata.forEach((name, population) -> {
      int size = sizes.getOrDefault(name, 0);
      rows.add(
          new Row(
              title(name),
              field(name),
              population,
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
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, java.util.TreeMap::new));
  }
}
