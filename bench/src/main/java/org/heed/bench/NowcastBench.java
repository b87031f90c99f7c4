package org.heed.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.heed.figures.runoff.Backtest;
import org.heed.figures.runoff.ChainLadder;
import org.heed.figures.runoff.Nowcast.Event;

/**
 * The nowcast on the dengue line list of Puerto Rico, asked every fourth week and compared with
 * what came, beside a chain ladder over the 27 weeks before.
 */
final class NowcastBench {
  private static final Path FILE =
      Path.of("figures", "delay-linelists", "dengue-puerto-rico-1990-2010-linelist.csv.gz");
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final int LONGEST = 10;
  private static final int WINDOW = 27;
  private static final double[] WANTED = {33.5, 9.8, 4.2, 2.1, 1.15, 0.70};

  private final Settings settings;
  private final Path data;

  /**
   * Over this data.
   *
   * @param data the folder of outside data
   */
  NowcastBench(Settings settings, Path data) {
    this.settings = settings;
    this.data = data;
  }

  List<Line> run() throws IOException {
    List<Event> events = read(data.resolve(FILE));
    List<LocalDate> days = new ArrayList<>();
    for (int week = 68; week <= 1080; week += 4) {
      days.add(FIRST.plusWeeks(week));
    }
    settings.say("asking " + days.size() + " times");
    Backtest backtest = Backtest.of(events, days, 7 * LONGEST, WANTED.length, 0.95);
    double[] ladder = chainLadder(events, days);
    List<Line> lines = new ArrayList<>();
    for (int age = 0; age < WANTED.length; age++) {
      Backtest.Age ours = backtest.ages().get(age);
      lines.add(
          new Line(
              "mean absolute error " + age + " weeks on, " + backtest.runs() + " backtests",
              "below " + WANTED[age],
              words(ours.error()),
              String.format(
                  Locale.ROOT,
                  "chain ladder over %d weeks: %.2f; what was reported: %.2f",
                  WINDOW,
                  ladder[age],
                  ours.rawError()),
              words(ours.error() / ladder[age]),
              ours.error() < WANTED[age]));
    }
    lines.add(
        new Line(
            "95% intervals, all six ages",
            "cover at least 93%",
            String.format(
                Locale.ROOT,
                "cover %.1f%%, mean width %.1f",
                100 * backtest.coverage(),
                backtest.width()),
            "",
            "",
            backtest.coverage() >= 0.93));
    return lines;
  }

  private static List<Event> read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new BenchFailure("there is no " + FILE + " in the folder HEED_DATA names");
    }
    List<Event> events = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.replace("\"", "").split(",");
        events.add(new Event(LocalDate.parse(cells[0]), LocalDate.parse(cells[1])));
      }
    }
    return events;
  }

  /** Mean absolute errors of a chain ladder by age. */
  private static double[] chainLadder(List<Event> events, List<LocalDate> days) {
    long last = events.stream().mapToLong(event -> week(event.occurred())).max().orElse(0);
    long[][] counts = new long[(int) last + 1][LONGEST + 1];
    for (Event event : events) {
      long delay = ChronoUnit.WEEKS.between(event.occurred(), event.reported());
      if (delay <= LONGEST) {
        counts[week(event.occurred())][(int) delay]++;
      }
    }
    double[] errors = new double[WANTED.length];
    for (LocalDate day : days) {
      int now = week(day);
      List<double[]> triangle = new ArrayList<>();
      for (int week = now - WINDOW + 1; week <= now; week++) {
        triangle.add(cumulative(counts[week], Math.min(LONGEST, now - week)));
      }
      List<Double> ultimate = ChainLadder.of(triangle).ultimate();
      for (int age = 0; age < errors.length; age++) {
        double[] whole = cumulative(counts[now - age], LONGEST);
        double off = ultimate.get(WINDOW - 1 - age) - whole[LONGEST];
        errors[age] += Math.abs(off) / days.size();
      }
    }
    return errors;
  }

  private static int week(LocalDate day) {
    return (int) ChronoUnit.WEEKS.between(FIRST, day);
  }

  private static double[] cumulative(long[] counts, int longest) {
    double[] sums = new double[longest + 1];
    for (int delay = 0; delay <= longest; delay++) {
      sums[delay] = counts[delay] + (delay == 0 ? 0 : sums[delay - 1]);
    }
    return sums;
  }

  private static String words(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
