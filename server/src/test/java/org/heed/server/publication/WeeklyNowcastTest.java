package org.heed.server.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.heed.figures.runoff.Backtest;
import org.heed.figures.runoff.Nowcast;
import org.junit.jupiter.api.Test;

class WeeklyNowcastTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final LocalDate NOW = WeeklyNowcast.lastDay(TODAY);
  private static final int USUAL = 40;

  /** Of forty a week, half come in in the same week, a quarter a week later, and so on. */
  private static List<FigureStore.Arrival> arrivals(int weeks) {
    Random random = new Random(5);
    List<FigureStore.Arrival> arrivals = new ArrayList<>();
    for (int week = 1; week <= weeks; week++) {
      LocalDate monday = NOW.plusDays(1).minusWeeks(week);
      for (int i = 0; i < USUAL; i++) {
        int late = 0;
        while (late < WeeklyNowcast.LONGEST_WEEKS && random.nextBoolean()) {
          late++;
        }
        arrivals.add(new FigureStore.Arrival(monday, monday.plusWeeks(late), 1));
      }
    }
    return arrivals;
  }

  @Test
  void newestWeeks_areEstimatedAsTheyWillBe_withHowOftenThatWasRight() {
    WeeklyNowcast nowcast = WeeklyNowcast.of(arrivals(80), NOW).orElseThrow();
    assertThat(NOW.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    Nowcast.Period newest = nowcast.weeks().getLast();
    assertThat(newest.at()).isEqualTo(NOW.minusDays(6));
    assertThat(newest.reported()).isLessThan(32);
    assertThat(newest.interval().contains(USUAL)).isTrue();
    assertThat(nowcast.weeks()).hasSize(WeeklyNowcast.LONGEST_WEEKS + 1);
    Backtest tested = Objects.requireNonNull(nowcast.tested());
    assertThat(tested.runs()).isEqualTo(20);
    assertThat(tested.coverage()).isGreaterThan(0.93);
    assertThat(tested.ages().getFirst().error()).isLessThan(tested.ages().getFirst().rawError());
  }

  @Test
  void weekThatIsNotOver_playsNoPart() {
    List<FigureStore.Arrival> with = new ArrayList<>(arrivals(80));
    with.add(new FigureStore.Arrival(NOW.plusDays(1), NOW.plusDays(1), 500));
    assertThat(WeeklyNowcast.of(with, NOW)).isEqualTo(WeeklyNowcast.of(arrivals(80), NOW));
  }

  @Test
  void littleToLearnFrom_isNotEstimated() {
    assertThat(WeeklyNowcast.of(List.of(), NOW)).isEmpty();
    assertThat(WeeklyNowcast.of(arrivals(1), NOW)).isEmpty();
    assertThat(WeeklyNowcast.of(arrivals(30), NOW).orElseThrow().tested()).isNull();
  }

  @Test
  void recordedAndFlaggedDates_areNotForetold() {
    for (Dated clock : Dated.values()) {
      Question question =
          new Question(
              Unit.REPORTS,
              Definition.CSE_FLAGGED,
              null,
              By.MONTH,
              clock,
              TODAY.minusMonths(12),
              TODAY,
              null);
      assertThat(WeeklyNowcast.suits(question))
          .isEqualTo(clock == Dated.OCCURRED || clock == Dated.REPORTED);
      assertThat(WeeklyNowcast.suits(question.of(Unit.CHILDREN))).isFalse();
    }
  }
}
