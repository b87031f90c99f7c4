package org.heed.figures.runoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.heed.figures.RefusedInput;
import org.heed.figures.Worked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NowcastTest {
  private static final LocalDate NOW = LocalDate.of(2017, 3, 30);

  @Test
  void nothingReportedYet_isNotCertainlyNothing() {
    List<Nowcast.Event> events = new ArrayList<>();
    for (int day = 1; day <= 90; day++) {
      for (int i = 0; i < 20; i++) {
        LocalDate occurred = NOW.minusDays(day);
        events.add(new Nowcast.Event(occurred, occurred.plusDays(1 + i % 5)));
      }
    }
    List<Nowcast.Period> periods = Nowcast.of(events, NOW, 10, 0.95).periods();
    Nowcast.Period today = periods.getLast();
    assertThat(today.reported()).isZero();
    assertThat(today.interval().upper()).isGreaterThan(10);
    assertThat(periods).hasSize(11);
    assertThat(periods.get(6).interval().contains(20)).isTrue();
  }

  @Test
  void reportsAfterTheDay_changeNothing() {
    List<Nowcast.Event> events = new ArrayList<>();
    for (int day = 0; day <= 60; day++) {
      events.add(new Nowcast.Event(NOW.minusDays(day), NOW.minusDays(day).plusDays(day % 4)));
    }
    Nowcast before = Nowcast.of(events, NOW, 5, 0.95);
    events.add(new Nowcast.Event(NOW.minusDays(2), NOW.plusDays(1)));
    assertThat(Nowcast.of(events, NOW, 5, 0.95)).isEqualTo(before);
  }

  @Test
  void tooShortAHistory_isRefused() {
    List<Nowcast.Event> events = List.of(new Nowcast.Event(NOW.minusDays(2), NOW));
    assertThatThrownBy(() -> Nowcast.of(events, NOW, 10, 0.95)).isInstanceOf(RefusedInput.class);
  }

  @Test
  void reportBeforeTheEvent_isRefused() {
    assertThatThrownBy(() -> new Nowcast.Event(NOW, NOW.minusDays(1)))
        .isInstanceOf(RefusedInput.class);
  }

  /** Every fourth week, ten weeks' delay at most. */
  @Test
  @Tag("long")
  void dengueBacktests_areNearerThanTheChainLadderAndCoverTheTruth() throws IOException {
    Backtest backtest = Backtest.of(dengue(), 10);
    System.out.println(backtest.sentence());
    assertThat(backtest.error(0)).isLessThan(33.5);
    assertThat(backtest.error(1)).isLessThan(9.8);
    assertThat(backtest.error(2)).isLessThan(4.2);
    assertThat(backtest.error(3)).isLessThan(2.1);
    assertThat(backtest.error(4)).isLessThan(1.15);
    assertThat(backtest.error(5)).isLessThan(0.70);
    assertThat(backtest.coverage()).isGreaterThan(0.93);
    assertThat(backtest.width()).isLessThan(25);
  }

  private static List<Nowcast.Event> dengue() throws IOException {
    try (BufferedReader reader = Worked.zipped(Dengue.FILE)) {
      return Dengue.read(reader);
    }
  }

  /** Errors and intervals at delays of 0 to 5 weeks over all backtests. */
  private record Backtest(List<Double> errors, int tests, double coverage, double width) {
    static Backtest of(List<Nowcast.Event> events, int longest) {
      Map<LocalDate, Long> eventual = new TreeMap<>();
      for (Nowcast.Event event : events) {
        if (!event.reported().isAfter(event.occurred().plusWeeks(longest))) {
          eventual.merge(event.occurred(), 1L, Long::sum);
        }
      }
      LocalDate first = LocalDate.of(1990, 1, 1);
      double[] errors = new double[6];
      int tests = 0;
      int covered = 0;
      double width = 0;
      for (int week = 80; week < 1081; week += 4) {
        LocalDate now = first.plusWeeks(week);
        List<Nowcast.Event> recent =
            events.stream().filter(e -> e.occurred().isAfter(now.minusWeeks(170))).toList();
        List<Nowcast.Period> periods = Nowcast.of(recent, now, 7 * longest, 0.95).periods();
        for (int k = 0; k < 6; k++) {
          Nowcast.Period period = periods.get(periods.size() - 1 - k);
          long truth = eventual.getOrDefault(period.at(), 0L);
          errors[k] += Math.abs(period.estimate() - truth);
          covered += period.interval().contains((double) truth) ? 1 : 0;
          width += period.interval().width();
        }
        tests++;
      }
      return new Backtest(
          Arrays.stream(errors).boxed().toList(),
          tests,
          covered / (6.0 * tests),
          width / (6.0 * tests));
    }

    /** What a reader of the nowcast should know of it. */
    String sentence() {
      return String.format(
          Locale.ROOT,
          "%d backtests: mean absolute error by weeks of delay %.1f %.1f %.2f %.2f %.2f %.2f;"
              + " 95%% intervals cover %.1f%% of the truth, mean width %.1f",
          tests,
          error(0),
          error(1),
          error(2),
          error(3),
          error(4),
          error(5),
          100 * coverage,
          width);
    }

    double error(int delay) {
      return errors.get(delay) / tests;
    }
  }
}
