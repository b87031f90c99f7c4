package org.heed.server.publication.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.heed.figures.Interval;
import org.heed.figures.uncertainty.RateRatio;
import org.heed.server.api.Told;
import org.heed.server.publication.Cell;
import org.heed.server.publication.Figure;
import org.heed.server.publication.QuestionText;
import org.heed.server.publication.Tally;
import org.jspecify.annotations.Nullable;

/** A figure as JSON: the question as it was understood, then the answer. */
@Told("A figure: the question as it was understood, then the answer.")
record FigureBody(
    Map<String, String> question,
    Tally total,
    Tally before,
    @Nullable Ratio ratio,
    Tally notKnown,
    List<Count> cells,
    List<Count> areas,
    Instant knownAt,
    @Nullable Long position,
    long entries,
    @Nullable Instant settledAt,
    String rulebook) {

  /** The total over the period before, exactly; no such thing where one of them is zero. */
  record Ratio(double ratio, double lower, double upper, double level) {}

  /** One cell. */
  record Count(
      String key, String label, @Nullable LocalDate first, @Nullable LocalDate last, Tally tally) {
    static Count of(Cell cell) {
      return new Count(cell.key(), cell.label(), cell.first(), cell.last(), cell.tally());
    }
  }

  static FigureBody of(Figure figure) {
    RateRatio ratio = figure.comparison().ratio();
    return new FigureBody(
        QuestionText.of(figure.question()),
        figure.total(),
        figure.before(),
        ratio == null ? null : ratio(ratio),
        figure.notKnown(),
        figure.cells().stream().map(Count::of).toList(),
        figure.areas().stream().map(Count::of).toList(),
        figure.knownAt(),
        figure.position(),
        figure.entries(),
        figure.settledAt(),
        figure.rulebook());
  }

  private static Ratio ratio(RateRatio ratio) {
    Interval interval = ratio.interval();
    return new Ratio(ratio.ratio(), interval.lower(), interval.upper(), interval.level());
  }
}
