package org.heed.server.recording.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.heed.server.recording.AuditStrata;
import org.heed.server.sampling.web.SampleForm;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;

/**
 * The model of {@code recording/plan.jte}.
 *
 * @param form as typed
 * @param areas that reports can be of
 * @param strata how many reports each has; empty before the frame was asked for
 * @param sizes how many of each are proposed, or were typed
 */
public record AuditPlanPage(
    Page page,
    SampleForm form,
    AuditStrata by,
    Map<String, String> areas,
    SortedMap<String, Integer> strata,
    Map<String, Integer> sizes) {

  public String typed(String field) {
    return form.typed().get(field);
  }

  public List<Choice> areaChoices() {
    return form.areaChoices(areas);
  }

  public List<Choice> strataChoices() {
    return Choice.list(AuditStrata.values(), by.code());
  }

  public int population() {
    return SampleForm.population(strata);
  }

  public int size() {
    return sizes.values().stream().mapToInt(Integer::intValue).sum();
  }

  public List<SampleForm.Row> rows() {
    List<SampleForm.Row> rows = new ArrayList<>();
    strata.forEach((name, population) ->
        rows.add(SampleForm.row(name, by.titleOf(name), population, sizes.getOrDefault(name, 0))));
    return rows;
  }

  /** What the second form carries on of the first. */
  public Map<String, String> carried() {
    return form.carried();
  }
}
