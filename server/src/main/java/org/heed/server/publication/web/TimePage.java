package org.heed.server.publication.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.chart.Xmr;
import org.heed.figures.runoff.Backtest;
import org.heed.figures.runoff.Nowcast;
import org.heed.figures.uncertainty.PoissonInterval;
import org.heed.server.publication.Cell;
import org.heed.server.publication.Dated;
import org.heed.server.publication.Figure;
import org.heed.server.publication.KnownThen;
import org.heed.server.publication.Question;
import org.heed.server.publication.QuestionText;
import org.heed.server.publication.RecordBreak;
import org.heed.server.publication.Unit;
import org.heed.server.publication.WeeklyNowcast;
import org.heed.server.web.Chart;
import org.heed.server.web.Page;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code figure/time.jte}.
 *
 * @param breaks days from which the record was made otherwise, found there or named by the asker
 * @param fresh the days that were named, as typed
 * @param vintages null for who counts only some records
 * @param nowcast null where nothing is estimated
 */
public record TimePage(
    Page page,
    QuestionForm form,
    Figure figure,
    List<RecordBreak> breaks,
    String fresh,
    @Nullable KnownThen vintages,
    @Nullable WeeklyNowcast nowcast) {

  /** With fewer points limits are rough. */
  private static final int ENOUGH = 24;

  private static final DateTimeFormatter WEEK = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

  /** Copies. */
  public TimePage {
    breaks = List.copyOf(breaks);
  }

  private Question question() {
    return figure.question();
  }

  /** The parameters of this question. */
  public String query() {
    return form.query();
  }

  /** What is read out when the figure changes. */
  public String says() {
    return series().says();
  }

  /** Counts by period with their intervals. */
  public Chart series() {
    List<Chart.Point> points = new ArrayList<>();
    for (Cell cell : figure.cells()) {
      Interval interval = PoissonInterval.of(cell.tally().count());
      points.add(Chart.Point.of((double) cell.tally().count(), interval.lower(), interval.upper()));
    }
    return new Chart(
        "series",
        Chart.Shape.LINE,
        FigureWords.counted(question()) + " by " + by(),
        extremes() + " The lines through the points are exact 95% intervals of each count.",
        FigureWords.counted(question()),
        question().by().title(),
        labels(),
        List.of(new Chart.Series("Count", points)),
        chartBreaks(),
        "/figures/series.csv?" + query());
  }

  private String by() {
    return question().by().title().toLowerCase(Locale.ROOT);
  }

  private List<String> labels() {
    return figure.cells().stream().map(Cell::label).toList();
  }

  private String extremes() {
    Cell most = figure.cells().getFirst();
    Cell least = most;
    for (Cell cell : figure.cells()) {
      most = cell.tally().count() > most.tally().count() ? cell : most;
      least = cell.tally().count() < least.tally().count() ? cell : least;
    }
    return "Highest: "
        + most.label()
        + " with "
        + Words.number(most.tally().count())
        + ". Lowest: "
        + least.label()
        + " with "
        + Words.number(least.tally().count())
        + ".";
  }

  /** Where breaks fall between two periods of the series. */
  private List<Chart.Break> chartBreaks() {
    Map<Integer, List<String>> at = new TreeMap<>();
    for (RecordBreak each : breaks) {
      int index = firstFrom(each.from());
      if (index > 0) {
        at.computeIfAbsent(index, _ -> new ArrayList<>())
            .add("from " + Words.date(each.from()) + " " + each.says());
      }
    }
    List<Chart.Break> all = new ArrayList<>();
    at.forEach((index, says) -> all.add(new Chart.Break(index, String.join("; ", says), false)));
    return all;
  }

  /** The first period that begins on or after a day; -1 where none does. */
  private int firstFrom(LocalDate day) {
    for (int i = 0; i < figure.cells().size(); i++) {
      LocalDate first = figure.cells().get(i).first();
      if (first != null && !first.isBefore(day)) {
        return i;
      }
    }
    return -1;
  }

  /** Which periods are whole: a part of one says nothing about the others. */
  private List<Integer> whole() {
    List<Integer> whole = new ArrayList<>();
    for (int i = 0; i < figure.cells().size(); i++) {
      if (!figure.cells().get(i).part()) {
        whole.add(i);
      }
    }
    return whole;
  }

  /** The control chart, or null where there are too few points for limits. */
  public @Nullable Xmr control() {
    List<Integer> whole = whole();
    double[] values =
        whole.stream().mapToDouble(i -> (double) figure.cells().get(i).tally().count()).toArray();
    Set<Integer> starts = new TreeSet<>();
    for (Chart.Break each : chartBreaks()) {
      long before = whole.stream().filter(i -> i < each.before()).count();
      if (before > 0 && before < values.length) {
        starts.add((int) before);
      }
    }
    try {
      return values.length < 2
          ? null
          : Xmr.of(values, starts.stream().mapToInt(Integer::intValue).toArray());
    } catch (RefusedInput tooFew) {
      return null;
    }
  }

  /** The control chart drawn. */
  public Chart controlChart(Xmr xmr) {
    List<Integer> whole = whole();
    Map<Integer, Set<Xmr.Rule>> rules = new HashMap<>();
    for (Xmr.Signal signal : xmr.signals()) {
      rules.computeIfAbsent(signal.at(), _ -> new TreeSet<>()).add(signal.rule());
    }
    List<Chart.Point> counts = new ArrayList<>();
    Map<String, List<Chart.Point>> guides = new HashMap<>();
    for (String guide : List.of("Mean", "Upper limit", "Lower limit")) {
      guides.put(guide, new ArrayList<>());
    }
    for (int i = 0; i < figure.cells().size(); i++) {
      int at = whole.indexOf(i);
      if (at < 0) {
        counts.add(Chart.Point.missing());
        guides.values().forEach(points -> points.add(Chart.Point.missing()));
        continue;
      }
      String mark =
          rules.getOrDefault(at, Set.of()).stream()
              .map(TimePage::words)
              .collect(Collectors.joining("; "));
      counts.add(Chart.Point.of((double) figure.cells().get(i).tally().count()).marked(mark));
      Xmr.Segment segment =
          xmr.segments().stream().filter(s -> s.from() <= at && at < s.to()).findFirst().get();
      add(guides, "Mean", segment.mean());
      add(guides, "Upper limit", segment.upper());
      add(guides, "Lower limit", Math.max(0, segment.lower()));
    }
    return new Chart(
        "control",
        Chart.Shape.LINE,
        "Steady or not",
        saysOf(xmr),
        FigureWords.counted(question()),
        question().by().title(),
        labels(),
        List.of(
            new Chart.Series("Count", counts),
            guide(guides, "Mean"),
            guide(guides, "Upper limit"),
            guide(guides, "Lower limit")),
        chartBreaks(),
        "/figures/control.csv?" + query() + restart());
  }

  private String restart() {
    return fresh.isEmpty() ? "" : "&fresh=" + QuestionText.encoded(fresh);
  }

  private static void add(Map<String, List<Chart.Point>> guides, String name, double value) {
    guides.getOrDefault(name, new ArrayList<>()).add(Chart.Point.of(value));
  }

  private static Chart.Series guide(Map<String, List<Chart.Point>> guides, String name) {
    return new Chart.Series(name, guides.getOrDefault(name, List.of()), true);
  }

  static String words(Xmr.Rule rule) {
    return switch (rule) {
      case OUTSIDE_LIMITS -> "Outside a limit";
      case SEVEN_POINTS_ONE_SIDE -> "One of seven or more on one side of the mean";
      case SEVEN_POINT_TREND -> "One of seven or more rising or falling";
      case TWO_IN_THREE -> "One of two in three near a limit";
    };
  }

  private String saysOf(Xmr xmr) {
    Map<Xmr.Rule, Integer> each = new EnumMap<>(Xmr.Rule.class);
    Set<Integer> marked = new TreeSet<>();
    for (Xmr.Signal signal : xmr.signals()) {
      each.merge(signal.rule(), 1, Integer::sum);
      marked.add(signal.at());
    }
    int points = whole().size();
    String what =
        marked.isEmpty()
            ? "Nothing stands out: the series is as steady as its own month-to-month variation."
            : Words.count(marked.size(), "point stands", "points stand")
                + " out of "
                + points
                + ", by NHS England's rules.";
    if (marked.size() * 2 > points) {
      what +=
          " Most do: the series moves as a whole, which limits around one mean do not describe.";
    }
    if (points < ENOUGH) {
      what += " With fewer than " + ENOUGH + " points the limits are rough.";
    }
    return what + " This describes; a point that stands out is a question, not a cause.";
  }

  /**
   * The newest weeks as they will be once what comes in late is in; null where that is not said.
   */
  public @Nullable Chart estimated() {
    if (nowcast == null) {
      return null;
    }
    List<String> weeks = new ArrayList<>();
    List<Chart.Point> known = new ArrayList<>();
    List<Chart.Point> estimates = new ArrayList<>();
    for (Nowcast.Period week : nowcast.weeks()) {
      weeks.add(WEEK.format(week.at()));
      known.add(point(week.reported()));
      estimates.add(
          Chart.Point.of(
              (double) week.estimate(), week.interval().lower(), week.interval().upper()));
    }
    return new Chart(
        "estimated",
        Chart.Shape.LINE,
        "The newest weeks, once late reports are in",
        "Weeks of the period asked about from their Mondays, as known on "
            + Words.date(nowcast.now())
            + ". An estimate with its 95% interval, of what comes in within "
            + WeeklyNowcast.LONGEST_WEEKS
            + " weeks; it foretells nothing that has not happened. "
            + tested(nowcast.tested()),
        FigureWords.counted(question()),
        "Week beginning",
        weeks,
        List.of(
            new Chart.Series("Estimated in the end", estimates),
            new Chart.Series("Known by now", known)),
        List.of(),
        "/figures/nowcast.csv?" + query());
  }

  private static String tested(@Nullable Backtest tested) {
    if (tested == null) {
      return "The record does not go back far enough to say how often such intervals were right.";
    }
    Backtest.Age newest = tested.ages().getFirst();
    return String.format(
        Locale.UK,
        "Asked on %d past weeks, the intervals of the newest %d weeks held what came in %.0f%% of"
            + " cases, %.1f wide on average; for the newest week the estimate was out by %.1f on"
            + " average, taking what was known for all by %.1f.",
        tested.runs(),
        tested.ages().size(),
        100 * tested.coverage(),
        tested.width(),
        newest.error(),
        newest.rawError());
  }

  /** Why nothing is estimated; empty where nothing needs to be said. */
  public String noEstimate() {
    Dated clock = question().clock();
    if (clock == Dated.RECORDED || clock == Dated.FLAGGED) {
      return "";
    }
    return question().rulebook() != null
        ? "Cannot tell how the newest weeks will be: by another rulebook nothing is estimated."
        : question().unit() == Unit.REPORTS || question().unit() == Unit.CRIMES
            ? "Cannot tell how the newest weeks will be once late reports are in: too few have come"
                + " in, or for too short a time, to learn from, or the period ended so long ago that"
                + " it is complete."
            : "Cannot tell how the newest weeks will be once late reports are in: people are counted"
                + " once, and how they arrive is not estimated. Count reports or crimes.";
  }

  /** How the figures of each period moved after it ended; null where there is nothing to draw. */
  public @Nullable Chart revisions() {
    if (vintages == null || vintages.rows().isEmpty()) {
      return null;
    }
    List<Chart.Point> first = new ArrayList<>();
    List<Chart.Point> latest = new ArrayList<>();
    for (KnownThen.Row row : vintages.rows()) {
      boolean over = row.counts().size() > 1 && row.counts().get(row.counts().size() - 2) != null;
      first.add(over && row.first() != null ? point(row.first()) : Chart.Point.missing());
      latest.add(row.latest() == null ? Chart.Point.missing() : point(row.latest()));
    }
    return new Chart(
        "revisions",
        Chart.Shape.LINE,
        "As known then and now",
        revised(),
        FigureWords.counted(question()),
        question().by().title(),
        vintages.rows().stream().map(KnownThen.Row::label).toList(),
        List.of(
            new Chart.Series("As known now", latest),
            new Chart.Series("As known when the period ended", first)),
        List.of(),
        "/figures/vintages.csv?" + query());
  }

  /** Where the records behind a vintage are shown: a period's, as known at one of the days. */
  public String records(KnownThen.Row row, int at) {
    List<LocalDate> known = Objects.requireNonNull(vintages).known();
    LocalDate first =
        figure.cells().stream()
            .filter(cell -> row.last().equals(cell.last()) && cell.first() != null)
            .map(Cell::first)
            .findFirst()
            .orElse(row.last());
    Question asked = question().between(first, row.last());
    return "/figures/records?"
        + QuestionText.query(
            at == known.size() - 1
                ? asked
                : asked.knownAt(known.get(at).plusDays(1).atStartOfDay(Words.LONDON).toInstant()));
  }

  private static Chart.Point point(long count) {
    return Chart.Point.of((double) count);
  }

  private String revised() {
    long then = 0;
    long now = 0;
    int up = 0;
    int down = 0;
    for (KnownThen.Row row : java.util.Objects.requireNonNull(vintages).rows()) {
      Long first = row.first();
      Long latest = row.latest();
      if (first != null && latest != null) {
        then += first;
        now += latest;
        up += latest > first ? 1 : 0;
        down += latest < first ? 1 : 0;
      }
    }
    return "When each period ended they came to "
        + Words.number(then)
        + " together and now come to "
        + Words.number(now)
        + ": "
        + up
        + " rose and "
        + down
        + " fell.";
  }
}
