package org.heed.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heed.figures.log.CellIndex;
import org.heed.figures.log.Counts;
import org.heed.figures.log.EventLog;
import org.heed.figures.log.Periods;
import org.heed.figures.log.Question;

/** Counting as known at any moment, with one thread, beside DuckDB with all. Every cell agrees. */
final class FiguresBench {
  private static final int RUNS = 15;
  private static final int VINTAGES = 24;
  private static final int DAY_OF_CHANGES = 3_000;
  private static final int MONTHS =
      (int) Changes.FIRST.until(Changes.LAST.plusMonths(1), ChronoUnit.MONTHS);
  private static final Map<String, Set<String>> FLAGGED = Map.of("flag", Set.of("yes"));

  private final Settings settings;
  private final int rows;

  FiguresBench(Settings settings, int rows) {
    this.settings = settings;
    this.rows = rows;
  }

  /** Work that may fail as a database does. */
  private interface Work {
    void run() throws SQLException;
  }

  List<Line> run() throws IOException, SQLException {
    Path folder = HeedProgram.scratch();
    try {
      settings.say("making " + Table.count(rows) + " changes");
      Changes changes = Changes.make(rows, folder);
      settings.say("loading them into DuckDB");
      try (DuckPeer duck = DuckPeer.open(settings.heed().home(), changes.csv())) {
        return measure(changes, duck);
      }
    } finally {
      Folders.remove(folder);
    }
  }

  private List<Line> measure(Changes changes, DuckPeer duck) throws SQLException {
    EventLog log = changes.log();
    List<Line> lines = new ArrayList<>();
    Periods months = Periods.months(Changes.FIRST, Changes.LAST);
    Question byMonth =
        new Question(log.size() * 3 / 4, "occurred", months, List.of("area"), FLAGGED);
    lines.add(groupBy(log, duck, byMonth));
    long began = System.nanoTime();
    CellIndex index = log.index(byMonth);
    long built = System.nanoTime() - began;
    lines.add(knownCells(index, log, duck));
    lines.add(triangle(changes, duck));
    lines.add(append(log, index));
    lines.add(
        new Line(
            "memory of that index, built in " + Table.seconds(built),
            "under 64 MB",
            megabytes(index.bytes()),
            "",
            "",
            index.bytes() < 64_000_000));
    double each = (double) log.bytes() / log.size();
    lines.add(
        new Line(
            "columns of the log, two clocks and three dimensions",
            "under 16 bytes a row",
            String.format(Locale.ROOT, "%.1f bytes", each),
            "",
            "",
            each < 16));
    return lines;
  }

  private Line groupBy(EventLog log, DuckPeer duck, Question question) throws SQLException {
    int[] peer = new int[MONTHS * Changes.AREAS];
    String query =
        "select month, area, sum(delta)::integer from change where known <= "
            + question.knownAt()
            + " and flag = 1 group by all";
    long[][] times =
        inTurn(
            () -> log.count(question),
            () -> {
              Arrays.fill(peer, 0);
              duck.ask(query, row -> add(row, peer));
            });
    requireSame(log.count(question).cells(), peer);
    return line(
        "as known at one moment, flagged, by area and month ("
            + Table.count(log.size())
            + " changes)",
        25,
        times);
  }

  private Line knownCells(CellIndex index, EventLog log, DuckPeer duck) throws SQLException {
    Random random = new Random(5);
    long[] at = {0};
    int[] peer = new int[MONTHS * Changes.AREAS];
    long[][] times =
        inTurn(
            () -> {
              at[0] = random.nextLong(log.size());
              index.at(at[0]);
            },
            () -> {
              Arrays.fill(peer, 0);
              String query =
                  "select month, area, sum(delta)::integer from change where flag = 1 and known <= "
                      + at[0]
                      + " group by all";
              duck.ask(query, row -> add(row, peer));
            });
    requireSame(index.at(at[0]).cells(), peer);
    return line("the same cells from their index, at moments at random", 1, times);
  }

  private Line triangle(Changes changes, DuckPeer duck) throws SQLException {
    EventLog log = changes.log();
    List<Long> vintages =
        changes
            .monthEnds()
            .subList(changes.monthEnds().size() - VINTAGES, changes.monthEnds().size());
    Periods months = Periods.months(Changes.LAST.minusMonths(VINTAGES - 1), Changes.LAST);
    CellIndex index = log.index(new Question(0, "occurred", months, List.of("area"), FLAGGED));
    int[][] peer = new int[VINTAGES][VINTAGES * Changes.AREAS];
    int first = MONTHS - VINTAGES;
    String values =
        IntStream.range(0, VINTAGES)
            .mapToObj(i -> "(" + i + "," + vintages.get(i) + ")")
            .collect(Collectors.joining(","));
    String query =
        "select v, month - "
            + first
            + ", area, sum(delta)::integer from change, (values "
            + values
            + ") as vintage(v, moment) where known <= moment and flag = 1 and month >= "
            + first
            + " group by all";
    long[][] times =
        inTurn(
            () -> index.at(vintages),
            () -> {
              for (int[] vintage : peer) {
                Arrays.fill(vintage, 0);
              }
              duck.ask(
                  query,
                  row ->
                      peer[row.getInt(1)][row.getInt(2) * Changes.AREAS + row.getInt(3)] +=
                          row.getInt(4));
            });
    List<Counts> ours = index.at(vintages);
    for (int i = 0; i < VINTAGES; i++) {
      requireSame(ours.get(i).cells(), peer[i]);
    }
    return line("24 vintages of 24 months over 33 areas, from their index", 5, times);
  }

  /** A day's changes more, and the index with them; the same answer as a fresh one. */
  private static Line append(EventLog log, CellIndex index) {
    LocalDate day = Changes.LAST.atEndOfMonth();
    long[] nanos = new long[RUNS];
    EventLog grown = log;
    CellIndex grownIndex = index;
    for (int run = 0; run < RUNS; run++) {
      long began = System.nanoTime();
      EventLog.Builder builder = log.append();
      char[] days = {EventLog.Builder.day(day), EventLog.Builder.day(day)};
      char[] codes = {
        builder.code("area", "a4"), builder.code("offence", "o1"), builder.code("flag", "yes")
      };
      for (int i = 0; i < DAY_OF_CHANGES; i++) {
        builder.add(log.horizon() + 1 + i, 1, days, codes);
      }
      grown = builder.freeze();
      grownIndex = index.appended(grown);
      nanos[run] = System.nanoTime() - began;
    }
    long more = grownIndex.at(grown.horizon()).total() - index.at(log.horizon()).total();
    if (more != DAY_OF_CHANGES) {
      throw new BenchFailure("a day of changes became " + more);
    }
    return new Line(
        "a day's " + Table.count(DAY_OF_CHANGES) + " changes appended, index and all",
        "without a rebuild",
        words(nanos),
        "",
        "",
        true);
  }

  private static void add(ResultSet row, int[] cells) throws SQLException {
    cells[row.getInt(1) * Changes.AREAS + row.getInt(2)] += row.getInt(3);
  }

  private static void requireSame(int[] ours, int[] peer) {
    if (!Arrays.equals(ours, peer)) {
      throw new BenchFailure("Heed and DuckDB count differently");
    }
  }

  /** Times of both in turn, after as many runs that do not count. */
  private static long[][] inTurn(Work ours, Work peer) throws SQLException {
    long[][] times = new long[2][RUNS];
    for (int run = -RUNS; run < RUNS; run++) {
      long began = System.nanoTime();
      ours.run();
      long between = System.nanoTime();
      peer.run();
      long ended = System.nanoTime();
      if (run >= 0) {
        times[0][run] = between - began;
        times[1][run] = ended - between;
      }
    }
    return times;
  }

  private static Line line(String figure, long wantedMillis, long[][] times) {
    long ours = new Latencies(times[0]).percentile(50);
    long peer = new Latencies(times[1]).percentile(50);
    return new Line(
        figure,
        "under " + wantedMillis + " ms",
        words(times[0]),
        "DuckDB " + DuckPeer.VERSION + ": " + words(times[1]),
        Table.times(ours, peer),
        ours < wantedMillis * 1_000_000);
  }

  private static String words(long[] nanos) {
    Latencies of = new Latencies(nanos);
    return String.format(
        Locale.ROOT,
        "median %.2f ms, least %.2f ms",
        of.percentile(50) / 1e6,
        of.percentile(0) / 1e6);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
