package org.heed.server.inspection.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heed.figures.review.Estimate;
import org.heed.server.inspection.LanguageRate;
import org.heed.server.web.Choice;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/** The model of {@code inspection/language.jte}. */
public record LanguagePage(Page page, boolean byTeam, List<LanguageRate> rates) {
  public LanguagePage {
    rates = List.copyOf(rates);
  }

  public List<Link> tabs() {
    return TrendsPage.tabs();
  }

  public List<Choice> groupChoices() {
    return List.of(
        Choice.of("area", "Area").chosen(byTeam ? "team" : "area"),
        Choice.of("team", "Team whose case a report belongs to").chosen(byTeam ? "team" : "area"));
  }

  /** The quarters there are, the earliest first. */
  public SortedSet<LocalDate> quarters() {
    SortedSet<LocalDate> quarters = new TreeSet<>();
    rates.forEach(one -> quarters.add(one.quarter()));
    return quarters;
  }

  /** A quarter in words: “July to September 2026”. */
  public static String quarter(LocalDate first) {
    LocalDate last = first.plusMonths(2);
    return month(first) + " to " + month(last) + " " + last.getYear();
  }

  private static String month(LocalDate day) {
    return day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.UK);
  }

  /** Each unit with its cells, by name. */
  public Map<String, List<String>> rows() {
    SortedMap<String, Map<LocalDate, LanguageRate>> units = new TreeMap<>();
    rates.forEach(one ->
        units.computeIfAbsent(one.unit(), _ -> new LinkedHashMap<>()).put(one.quarter(), one));
    Map<String, List<String>> rows = new LinkedHashMap<>();
    units.forEach((unit, of) -> {
      List<String> cells = new ArrayList<>();
      quarters().forEach(quarter -> cells.add(cell(of.get(quarter))));
      rows.put(byTeam ? unit : Words.title(unit), cells);
    });
    return rows;
  }

  private static String cell(@Nullable LanguageRate one) {
    if (one == null) {
      return "None";
    }
    Estimate share = one.share();
    return share == null
        ? "Kept back"
        : Words.number(one.worded() == null ? 0 : one.worded())
            + " of "
            + Words.number(one.reports() == null ? 0 : one.reports())
            + ", "
            + Intervals.share(share);
  }
}
