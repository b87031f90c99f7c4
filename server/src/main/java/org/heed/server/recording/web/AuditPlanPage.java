package org.heed.server.recording.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heed.server.recording.AuditStrata;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code recording/plan.jte}.
 *
 * @param typed the form as typed
 * @param areas that reports can be of
 * @param strata how many reports each has; empty before the frame was asked for
 * @param sizes how many of each are proposed, or were typed
 */
public record AuditPlanPage(
    Page page,
    Map<String, String> typed,
    AuditStrata by,
    Map<String, String> areas,
    SortedMap<String, Integer> strata,
    Map<String, Integer> sizes) {

  /** A stratum in a row of the form. */
  public record Row(String name, String field, int population, String size, String weight) {}

  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  public List<Choice> areaChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Every area open to me");
    all.putAll(areas);
    return Choice.list(all, Set.of(typed("area")));
  }

  public List<Choice> strataChoices() {
    return Choice.list(AuditStrata.values(), by.code());
  }

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
              by.titleOf(name),
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

  /** What the second form carries on of the first. */
  public Map<String, String> carried() {
    return typed.entrySet().stream()
        .filter(one -> !one.getKey().startsWith("size-") && !one.getKey().startsWith("_"))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
  }
}
