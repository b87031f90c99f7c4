package org.heed.figures.runoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heed.figures.RefusedInput;
import org.heed.figures.Worked;
import org.heed.figures.runoff.SupposedReports.Course;
import org.heed.figures.runoff.SupposedReports.Lateness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NowcastTest {
  private static final LocalDate NOW = LocalDate.of(2017, 3, 30);

  /** One record of few events may be nearer as it stands by chance; several are not. */
  private static final int SEEDS = 4;

  private static final List<SupposedReports> SHAPES =
      List.of(
          new SupposedReports(20, false, Course.STEADY, Lateness.MOSTLY_SOON, false),
          new SupposedReports(0.4, false, Course.STEADY, Lateness.LONG_TAIL, false),
          new SupposedReports(30, false, Course.BY_WEEKDAY, Lateness.LONG_TAIL, true),
          new SupposedReports(300, false, Course.WANDERS, Lateness.MOSTLY_SOON, true),
          new SupposedReports(20, false, Course.OUTBREAK, Lateness.LONG_TAIL, false),
          new SupposedReports(20, false, Course.SEASONS, Lateness.TWO_HUMPS, false),
          new SupposedReports(15, false, Course.WANDERS, Lateness.NONE_AT_FIRST, false),
          new SupposedReports(40, true, Course.SEASONS, Lateness.LONG_TAIL, false),
          new SupposedReports(3, true, Course.WANDERS, Lateness.MOSTLY_SOON, false),
          new SupposedReports(60, true, Course.OUTBREAK, Lateness.MOSTLY_SOON, false));

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

  @Test
  void datesAWeekApart_areWeeks_onWhateverDayItIsAsked() {
    List<Nowcast.Event> events =
        new SupposedReports(30, true, Course.STEADY, Lateness.MOSTLY_SOON, false)
            .of(LocalDate.of(2024, 1, 1), 60, 1);
    LocalDate monday = LocalDate.of(2024, 12, 2);
    Nowcast asked = Nowcast.of(events, monday, 70, 0.95);
    assertThat(asked.unitDays()).isEqualTo(7);
    assertThat(asked.periods()).hasSize(11);
    assertThat(asked.periods().getLast().at()).isEqualTo(monday);
    assertThat(Nowcast.of(events, monday.plusDays(3), 70, 0.95).periods())
        .isEqualTo(asked.periods());
  }

  @Test
  void weekdaysWithFewerEventsAndReports_areExpectedToHaveFewer() {
    List<Nowcast.Event> events =
        new SupposedReports(40, false, Course.BY_WEEKDAY, Lateness.MOSTLY_SOON, true)
            .of(LocalDate.of(2024, 1, 1), 200, 3);
    // a Sunday, of which nothing can have been reported yet, after a Saturday
    LocalDate sunday = LocalDate.of(2024, 6, 16);
    List<Nowcast.Period> periods = Nowcast.of(events, sunday, 20, 0.95).periods();
    Nowcast.Period saturday = periods.get(periods.size() - 2);
    assertThat(saturday.reported()).isZero();
    assertThat(saturday.estimate()).isBetween(8L, 26L);
    assertThat(saturday.interval().lower()).isPositive();
  }

  @Test
  void hugeCounts_areWorkedOutInAMoment() {
    List<Nowcast.Event> events = new ArrayList<>();
    for (int day = 0; day <= 30; day++) {
      for (int i = 0; i < 20_000; i++) {
        events.add(new Nowcast.Event(NOW.minusDays(day), NOW.minusDays(day).plusDays(i % 5)));
      }
    }
    List<Nowcast.Period> periods = Nowcast.of(events, NOW, 5, 0.95).periods();
    assertThat(periods.getLast().interval().contains(20_000)).isTrue();
  }

  /** Days and weeks, steady and not, few and many, told of soon, late, in two humps or not yet. */
  @Test
  void supposedReports_areCoveredWhateverTheirShape() {
    double coverage = 0;
    for (SupposedReports each : SHAPES) {
      double error = 0;
      double rawError = 0;
      for (int seed = 1; seed <= SEEDS; seed++) {
        Backtest backtest = backtest(each, seed);
        assertThat(backtest.coverage()).as(each.toString()).isGreaterThan(0.88);
        coverage += backtest.coverage() / SEEDS / SHAPES.size();
        error += error(backtest);
        rawError += rawError(backtest);
      }
      assertThat(error).as(each.toString()).isLessThanOrEqualTo(rawError);
    }
    assertThat(coverage).isGreaterThan(0.94);
  }

  @Test
  @Tag("long")
  void supposedReports_areCoveredOverManySeeds() {
    for (SupposedReports each : SHAPES) {
      double coverage = 0;
      double width = 0;
      for (int seed = 1; seed <= 20; seed++) {
        Backtest backtest = backtest(each, seed);
        coverage += backtest.coverage() / 20;
        width += backtest.width() / 20;
      }
      System.out.printf(
          Locale.ROOT, "%s: cover %.1f%%, mean width %.1f%n", each, 100 * coverage, width);
      assertThat(coverage).as(each.toString()).isGreaterThan(0.93);
    }
  }

  private static Backtest backtest(SupposedReports shape, long seed) {
    LocalDate first = LocalDate.of(2020, 1, 6);
    int longest = 12 * shape.unit();
    List<Nowcast.Event> events = shape.of(first, 230, seed);
    List<LocalDate> days = new ArrayList<>();
    for (int period = 100; period < 215; period += 8) {
      days.add(first.plusDays((long) period * shape.unit()));
    }
    return Backtest.of(events, days, longest, 6, 0.95);
  }

  private static double error(Backtest backtest) {
    return backtest.ages().stream().mapToDouble(Backtest.Age::error).sum();
  }

  private static double rawError(Backtest backtest) {
    return backtest.ages().stream().mapToDouble(Backtest.Age::rawError).sum();
  }

  /** Every fourth week, ten weeks' delay at most. */
  @Test
  @Tag("long")
  void dengueBacktests_areNearerThanTheChainLadderAndCoverTheTruth() throws IOException {
    List<LocalDate> days = new ArrayList<>();
    for (int week = 68; week <= 1080; week += 4) {
      days.add(LocalDate.of(1990, 1, 1).plusWeeks(week));
    }
    Backtest backtest = Backtest.of(dengue(), days, 70, 6, 0.95);
    System.out.println(backtest);
    assertThat(backtest.runs()).isEqualTo(254);
    double[] chainLadder = {33.5, 9.8, 4.2, 2.1, 1.15, 0.70};
    for (int age = 0; age < chainLadder.length; age++) {
      assertThat(backtest.ages().get(age).error()).isLessThan(chainLadder[age]);
    }
    assertThat(backtest.coverage()).isGreaterThan(0.93);
    assertThat(backtest.width()).isLessThan(25);
  }

  private static List<Nowcast.Event> dengue() throws IOException {
    try (BufferedReader reader = Worked.zipped(Dengue.FILE)) {
      return Dengue.read(reader);
    }
  }
}
