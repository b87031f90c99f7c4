package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.List;
import org.heed.figures.published.QuarterCount;
import org.heed.figures.published.RevisionTriangle;
import org.heed.figures.published.Series;
import org.heed.figures.runoff.Nowcast;
import org.heed.figures.uncertainty.PoissonInterval;
import org.heed.server.publication.Breakdown;
import org.heed.server.publication.Cell;
import org.heed.server.publication.Figure;
import org.heed.server.publication.KnownThen;
import org.heed.server.publication.Question;
import org.heed.server.publication.Split;
import org.heed.server.publication.Step;
import org.heed.server.publication.Tally;
import org.heed.server.publication.WeeklyNowcast;
import org.heed.server.web.Chart;
import org.heed.server.web.CsvText;
import org.heed.server.web.FunnelChart;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Figures as comma-separated files (RFC 4180), each row with what it rests on. */
final class Csv {
  private static final MediaType TYPE = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private Csv() {}

  static ResponseEntity<String> answer(String name, String text) {
    return ResponseEntity.ok()
        .contentType(TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(text);
  }

  static String figure(Figure figure, List<Cell> cells) {
    StringBuilder text = new StringBuilder();
    row(
        text,
        "key",
        "label",
        "first_day",
        "last_day",
        "count",
        "lower_95",
        "upper_95",
        "not_linked",
        "apart",
        "cancelled",
        "unit",
        "definition",
        "clock",
        "known_at",
        "position",
        "rulebook");
    for (Cell cell : cells) {
      row(
          text,
          figure,
          cell.key(),
          cell.label(),
          str(cell.first()),
          str(cell.last()),
          cell.tally());
    }
    row(text, figure, "not-known", "Not known", "", "", figure.notKnown());
    return text.toString();
  }

  private static void row(
      StringBuilder text,
      Figure figure,
      String key,
      String label,
      String first,
      String last,
      Tally tally) {
    var interval = PoissonInterval.of(tally.count());
    row(
        text,
        key,
        label,
        first,
        last,
        str(tally.count()),
        str(interval.lower()),
        str(interval.upper()),
        str(tally.notLinked()),
        str(tally.apart()),
        str(tally.cancelled()),
        figure.question().unit().code(),
        figure.question().definition().code(),
        figure.question().clock().code(),
        figure.knownAt().toString(),
        str(figure.position()),
        figure.rulebook());
  }

  /** Each step with its part, exact and whole; the rest is the first. */
  static String split(Figure figure, Split split) {
    StringBuilder text = new StringBuilder();
    row(text, "step", "label", "change", "exact", "before", "after", "known_at", "rulebook");
    String before = str(split.before());
    String after = str(split.after());
    String known = figure.knownAt().toString();
    String rest = str(split.rest());
    row(text, "rest", "None of the steps", rest, rest, before, after, known, figure.rulebook());
    for (var part : split.accounting().parts()) {
      Step step = Step.valueOf(part.step());
      row(
          text,
          step.code(),
          SplitWords.title(step, figure.question()),
          str(part.whole()),
          part.exact().toString().replace(" ", ""),
          before,
          after,
          known,
          figure.rulebook());
    }
    return text.toString();
  }

  /** Parts of either period; then characteristics, each value with the bounds of its share. */
  static String breakdown(Question question, Breakdown breakdown) {
    StringBuilder text = new StringBuilder();
    row(
        text,
        "by",
        "label",
        "before",
        "after",
        "people",
        "recorded",
        "share_lower",
        "share_upper",
        "unit",
        "from",
        "to");
    String unit = question.unit().code();
    String from = str(question.from());
    String to = str(question.to());
    for (Breakdown.Parting parting : breakdown.parts()) {
      for (Breakdown.Part part : parting.parts()) {
        row(
            text,
            parting.dimension(),
            part.label(),
            str(part.before()),
            str(part.after()),
            "",
            "",
            "",
            "",
            unit,
            from,
            to);
      }
    }
    for (Breakdown.Characteristic each : breakdown.characteristics()) {
      for (Breakdown.Value value : each.values()) {
        row(
            text,
            each.name(),
            value.label(),
            "",
            str(value.people()),
            str(each.people()),
            str(each.recorded()),
            str(value.bounds().range().lower()),
            str(value.bounds().range().upper()),
            unit,
            from,
            to);
      }
    }
    return text.toString();
  }

  /** What a chart draws: one column a series. */
  static String chart(Chart chart) {
    StringBuilder text = new StringBuilder();
    List<String> header = new ArrayList<>(List.of(chart.across()));
    chart.series().forEach(series -> header.add(series.name()));
    header.add("stands_out");
    row(text, header.toArray());
    for (int i = 0; i < chart.labels().size(); i++) {
      List<String> row = new ArrayList<>(List.of(chart.labels().get(i)));
      for (Chart.Series series : chart.series()) {
        row.add(str(series.points().get(i).value()));
      }
      row.add(chart.marks(i));
      row(text, row.toArray());
    }
    return text.toString();
  }

  /** One row for each area. */
  static String funnel(FunnelChart chart) {
    StringBuilder text = new StringBuilder();
    row(text, "area", "count", "size", "rate_per_1000", "overall_per_1000", "lies");
    for (FunnelChart.Dot dot : chart.dots()) {
      row(
          text,
          dot.name(),
          str(dot.events()),
          str(Math.round(dot.size())),
          str(dot.rate()),
          str(chart.rate()),
          dot.lies());
    }
    return text.toString();
  }

  /** One row for each period and each day by which it was over. */
  static String vintages(KnownThen vintages) {
    StringBuilder text = new StringBuilder();
    row(text, "period", "last_day", "known_at_end_of", "count");
    for (KnownThen.Row each : vintages.rows()) {
      for (int i = 0; i < vintages.known().size(); i++) {
        Long count = each.counts().get(i);
        if (count != null) {
          row(text, each.label(), str(each.last()), str(vintages.known().get(i)), str(count));
        }
      }
    }
    return text.toString();
  }

  /** One row for each week. */
  static String nowcast(WeeklyNowcast nowcast) {
    StringBuilder text = new StringBuilder();
    row(text, "week_from", "known", "estimate", "lower95", "upper95");
    for (Nowcast.Period week : nowcast.weeks()) {
      row(
          text,
          str(week.at()),
          str(week.reported()),
          str(week.estimate()),
          str(week.interval().lower()),
          str(week.interval().upper()));
    }
    return text.toString();
  }

  /** One row for each month, one column for each release. */
  static String triangle(RevisionTriangle triangle) {
    StringBuilder text = new StringBuilder();
    List<String> header = new ArrayList<>(List.of("month"));
    triangle.releases().forEach(release -> header.add("release_" + release));
    row(text, header.toArray());
    for (RevisionTriangle.Row each : triangle.rows()) {
      List<String> row = new ArrayList<>(List.of(each.month().toString()));
      each.counts().forEach(count -> row.add(str(count)));
      row(text, row.toArray());
    }
    return text.toString();
  }

  static String published(Series series) {
    StringBuilder text = new StringBuilder();
    row(text, "financial_year", "quarter", "area", "offence_code", "count", "break");
    for (QuarterCount quarter : series.quarters()) {
      boolean broken =
          quarter.quarter().number() == 1
              && series.breaks().stream()
                  .anyMatch(each -> each.firstYear().equals(quarter.quarter().year()));
      row(
          text,
          quarter.quarter().year().toString(),
          str(quarter.quarter().number()),
          series.area(),
          series.code(),
          str(quarter.count()),
          broken ? "[b]" : "");
    }
    return text.toString();
  }

  private static String str(@org.jspecify.annotations.Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static void row(StringBuilder text, Object... values) {
    text.append(new CsvText(values).text());
  }
}
