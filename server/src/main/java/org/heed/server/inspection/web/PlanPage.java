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
import org.heed.figures.Interval;
import org.heed.figures.sampling.StratifiedShare;
import org.heed.rulebook.InspectionCriteria;
import org.heed.rulebook.Rulebook;
import org.heed.server.inspection.EarlierGrades;
import org.heed.server.inspection.Part;
import org.heed.server.inspection.StrataBy;
import org.heed.server.sampling.web.SampleForm;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code inspection/plan.jte}.
 *
 * @param form as typed
 * @param areas that cases can be in
 * @param protection the rulebook's areas of child protection, titles by id
 */
public record PlanPage(
    Page page,
    SampleForm form,
    List<InspectionCriteria> criteria,
    Map<String, String> areas,
    Map<String, String> protection,
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

    /** With sizes that somebody changed. */
    Shared changed(Map<String, Integer> other) {
      return new Shared(strata, proportional, neyman, told, other);
    }

    /**
     * To within how much the sizes as they are would tell the share: were halves not good enough.
     */
    double halfWidth() {
      return StratifiedShare.expectedHalfWidth(
          List.copyOf(strata.values()),
          strata.keySet().stream().map(name -> sizes.getOrDefault(name, 0)).toList(),
          strata.keySet().stream().map(_ -> 0.5).toList(),
          Interval.USUAL_LEVEL);
    }
  }

  /** The areas of child protection of a rulebook, titles by id. */
  static Map<String, String> protection(Rulebook rulebook) {
    Map<String, String> titles = new LinkedHashMap<>();
    rulebook.protectionAreas().forEach(one -> titles.put(one.id(), one.title()));
    return titles;
  }

  /** A stratum, with both ways of sharing out. */
  public record Row(SampleForm.Row of, String proportional, String neyman) {}

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

  /** To within how many points the sizes as they stand would tell the share, in words. */
  public String asItStands() {
    return "± "
        + points(shared.halfWidth())
        + " were half of each stratum not good enough"
        + shared
            .told()
            .map(told ->
                ", ± " + points(told.halfWidth(strata(), shared.sizes())) + " were cases as before")
            .orElse("");
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
    return form.typed().get(field);
  }

  public List<Choice> criteriaChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    criteria.forEach(one -> all.put(one.id(), one.title() + " (" + one.version() + ")"));
    return Choice.list(all, Set.of(typed("criteria")));
  }

  public List<Choice> areaChoices() {
    return form.areaChoices(areas);
  }

  public List<Choice> strataChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    for (StrataBy by : StrataBy.values()) {
      if (by != StrataBy.PROTECTION || !protection.isEmpty()) {
        all.put(by.code(), by.title());
      }
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
    return SampleForm.population(strata());
  }

  public int size() {
    return shared.sizes().values().stream().mapToInt(Integer::intValue).sum();
  }

  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    strata()
        .forEach((name, population) ->
            rows.add(
                new Row(
                    SampleForm.row(
                        name, title(name), population, shared.sizes().getOrDefault(name, 0)),
                    Words.number(shared.proportional().getOrDefault(name, 0)),
                    Words.number(shared.neyman().getOrDefault(name, 0)))));
    return rows;
  }

  /** A stratum in words. */
  private String title(String stratum) {
    boolean byProtection = typed("strata").equals(StrataBy.PROTECTION.code());
    return stratum.equals("all")
        ? "All cases"
        : stratum.equals("not-known")
            ? "Not known"
            : Optional.ofNullable(byProtection ? protection.get(stratum) : null)
                .orElseGet(() -> Words.title(stratum));
  }

  /** What the second form carries on of the first. */
  public Map<String, String> carried() {
    return form.carried();
  }
}
