package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.List;
import org.heed.figures.published.Break;
import org.heed.figures.published.FinancialYear;
import org.heed.figures.published.PublishedSeries;
import org.heed.figures.published.QuarterCount;
import org.heed.figures.published.Series;
import org.heed.figures.published.YearCount;
import org.heed.figures.published.YearRatio;
import org.heed.server.web.Chart;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code figure/published.jte}.
 *
 * @param quarterly whether set out by quarter rather than by financial year
 */
public record PublishedPage(
    Page page, PublishedSeries all, Series series, String query, boolean quarterly) {

  /** One financial year: its count and how it stands to the year before, in words. */
  public record Year(String year, String count, String ratio, String note) {}

  /** Who published them and on what terms. */
  public String attribution() {
    return PublishedSeries.ATTRIBUTION;
  }

  /** The series in words. */
  public String title() {
    return "Code " + series.code() + ", " + name() + ", " + series.area();
  }

  private String name() {
    return series.names().getLast().name();
  }

  public List<Choice> codes() {
    return all.codes().stream()
        .map(code ->
            Choice.of(code, code + ": " + all.of(code, series.area()).names().getLast().name()))
        .map(choice -> choice.chosen(series.code()))
        .toList();
  }

  public List<Choice> areas() {
    return all.areas(series.code()).stream()
        .map(area -> Choice.of(area, area).chosen(series.area()))
        .toList();
  }

  public List<Choice> bys() {
    String chosen = quarterly ? "quarter" : "year";
    return List.of(
        Choice.of("year", "Financial year").chosen(chosen),
        Choice.of("quarter", "Quarter").chosen(chosen));
  }

  /** The drawing. A year without all its quarters is left out of it, and stands in the table. */
  public Chart chart() {
    List<String> labels = new ArrayList<>();
    List<FinancialYear> years = new ArrayList<>();
    List<Chart.Point> points = new ArrayList<>();
    if (quarterly) {
      for (QuarterCount quarter : series.quarters()) {
        labels.add(quarter.quarter().toString());
        years.add(quarter.quarter().year());
        points.add(Chart.Point.of((double) quarter.count()));
      }
    } else {
      for (YearCount year : series.byFinancialYear()) {
        labels.add(year.year().toString());
        years.add(year.year());
        points.add(year.complete() ? Chart.Point.of((double) year.count()) : Chart.Point.missing());
      }
    }
    List<Chart.Break> breaks = new ArrayList<>();
    for (Break each : series.breaks()) {
      int first = years.indexOf(each.firstYear());
      if (first > 0) {
        breaks.add(new Chart.Break(first, each.says().replaceAll("\\.$", ""), each.comparable()));
      }
    }
    return new Chart(
        "published",
        Chart.Shape.LINE,
        title(),
        "Offences as the Home Office published them, not counted from this record.",
        "Recorded offences",
        quarterly ? "Quarter of the financial year; Q1 is April to June" : "Financial year",
        labels,
        List.of(new Chart.Series("Published count", points)),
        breaks,
        "/figures/published.csv?" + query);
  }

  /** Year by year. */
  public List<Year> years() {
    List<Year> rows = new ArrayList<>();
    YearCount before = null;
    for (YearCount year : series.byFinancialYear()) {
      rows.add(
          new Year(
              year.year() + (broken(year.year()) ? " [b]" : ""),
              Words.number(year.count()),
              ratio(before, year),
              note(year)));
      before = year;
    }
    return rows;
  }

  private boolean broken(FinancialYear year) {
    return series.breaks().stream().anyMatch(each -> each.firstYear().equals(year));
  }

  private String ratio(@org.jspecify.annotations.Nullable YearCount before, YearCount year) {
    if (before == null) {
      return "–";
    }
    if (!before.complete() || !year.complete()) {
      return "Cannot tell: a year lacks quarters";
    }
    if (before.count() <= 0 || year.count() <= 0) {
      return "Cannot tell: a year's sum is not above zero";
    }
    YearRatio ratio = series.ratio(before.year(), year.year());
    return FigureWords.ratio(ratio.ratio())
        + (ratio.comparable() ? "" : " [b] across a break: not a like-for-like change");
  }

  private static String note(YearCount year) {
    List<String> notes = new ArrayList<>();
    if (!year.complete()) {
      notes.add(year.quarters() + " of 4 quarters published");
    }
    if (year.negativeQuarters() > 0) {
      notes.add(Words.count(year.negativeQuarters(), "quarter", "quarters") + " below zero");
    }
    return notes.isEmpty() ? "–" : String.join("; ", notes);
  }

  /** Whether any quarter is below zero. */
  public boolean negative() {
    return series.quarters().stream().anyMatch(quarter -> quarter.count() < 0);
  }

  /** The quarters below zero, in words. */
  public String negatives() {
    return String.join(
        ", ",
        series.quarters().stream()
            .filter(quarter -> quarter.count() < 0)
            .map(quarter -> quarter.quarter() + " (" + Words.number(quarter.count()) + ")")
            .toList());
  }
}
