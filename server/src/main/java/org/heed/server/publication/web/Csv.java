package org.heed.server.publication.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.heed.figures.published.QuarterCount;
import org.heed.figures.published.Series;
import org.heed.figures.uncertainty.PoissonInterval;
import org.heed.server.publication.Cell;
import org.heed.server.publication.Figure;
import org.heed.server.publication.Tally;
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

  /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
  private static void row(StringBuilder text, String... values) {
    text.append(Arrays.stream(values).map(Csv::field).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  private static String field(String value) {
    boolean number = value.matches("-?[0-9.]+(E-?[0-9]+)?");
    String safe = !number && value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
