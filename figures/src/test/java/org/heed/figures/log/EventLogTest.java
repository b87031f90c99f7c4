package org.heed.figures.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {
  private static final Schema SCHEMA =
      new Schema(List.of("occurred", "recorded"), List.of("area", "flag"));
  private static final LocalDate MARCH = LocalDate.of(2017, 3, 9);
  private static final LocalDate MAY = LocalDate.of(2017, 5, 2);
  private static final Periods SPRING =
      Periods.months(YearMonth.of(2017, 3), YearMonth.of(2017, 5));

  @Test
  void reclassification_movesOneAndSumsToNothing() {
    EventLog log =
        EventLog.builder(SCHEMA)
            .add(1, 1, Arrays.asList(MARCH, MAY), List.of("Elmford", "cse"))
            .add(7, -1, Arrays.asList(MARCH, MAY), List.of("Elmford", "cse"))
            .add(7, 1, Arrays.asList(MARCH, MAY), List.of("Elmford", "csa"))
            .freeze();
    Question question = Question.of(6, "occurred", SPRING, "flag");
    assertThat(log.count(question).of(0, "cse")).isEqualTo(1);
    assertThat(log.count(question.asKnownAt(7)).of(0, "cse")).isZero();
    assertThat(log.count(question.asKnownAt(7)).of(0, "csa")).isEqualTo(1);
    assertThat(log.count(question.asKnownAt(7)).total()).isEqualTo(1);
  }

  @Test
  void clockAsked_decidesThePeriod() {
    EventLog log =
        EventLog.builder(SCHEMA)
            .add(1, 1, Arrays.asList(MARCH, MAY), List.of("Elmford", "cse"))
            .freeze();
    Question occurred = Question.of(1, "occurred", SPRING);
    assertThat(log.count(occurred).byPeriod()).containsExactly(1, 0, 0);
    assertThat(log.count(occurred.onClock("recorded")).byPeriod()).containsExactly(0, 0, 1);
  }

  @Test
  void unknownDate_fallsInNoPeriod() {
    EventLog log =
        EventLog.builder(SCHEMA)
            .add(1, 1, Arrays.asList(null, MAY), List.of("Elmford", "cse"))
            .freeze();
    assertThat(log.count(Question.of(1, "occurred", SPRING)).total()).isZero();
  }

  @Test
  void cancelledBeforeItsPeriodWasAsked_canGoBelowZero() {
    EventLog log =
        EventLog.builder(SCHEMA)
            .add(1, 1, Arrays.asList(MARCH, MARCH), List.of("Elmford", "cse"))
            .add(2, -1, Arrays.asList(MARCH, MAY), List.of("Elmford", "cse"))
            .freeze();
    assertThat(log.count(Question.of(2, "recorded", SPRING)).byPeriod()).containsExactly(1, 0, -1);
  }

  @Test
  void positionBelowTheLast_isRefused() {
    EventLog.Builder builder =
        EventLog.builder(SCHEMA).add(5, 1, Arrays.asList(MARCH, MAY), List.of("Elmford", "cse"));
    assertThatThrownBy(
            () -> builder.add(4, 1, Arrays.asList(MARCH, MAY), List.of("Elmford", "cse")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anyQuestion_agreesWithReadingOneByOne(long seed) {
    SlowLog slow = SlowLog.random(seed, 60_000, SCHEMA);
    EventLog log = slow.freezeInBatches(SCHEMA, 7);
    Periods months = Periods.months(YearMonth.of(2016, 2), YearMonth.of(2018, 11));
    List<Question> questions = new ArrayList<>();
    for (long at : List.of(-1L, 0L, 3L, 10_000L, 45_678L, 1_000_000L, Long.MAX_VALUE)) {
      questions.add(Question.of(at, "occurred", months));
      questions.add(Question.of(at, "recorded", months, "area"));
      questions.add(Question.of(at, "recorded", months, "flag", "area"));
      questions.add(
          new Question(at, "occurred", months, List.of("area"), Map.of("flag", Set.of("cse"))));
      questions.add(
          new Question(
              at, "recorded", months, List.of("flag"), Map.of("area", Set.of("a1", "a4"))));
      questions.add(
          new Question(
              at,
              "occurred",
              months,
              List.of("area"),
              Map.of("flag", Set.of("cse"), "area", Set.of("a1", "a4", "nowhere"))));
    }
    for (Question question : questions) {
      Counts expected = slow.count(question, SCHEMA, log);
      assertThat(log.count(question).cells()).isEqualTo(expected.cells());
      assertThat(log.index(question).at(question.knownAt()).cells()).isEqualTo(expected.cells());
    }
  }

  @Test
  void indexOfAGrownLog_agreesWithAFreshOne() {
    SlowLog slow = SlowLog.random(99, 50_000, SCHEMA);
    EventLog before = slow.freezeInBatches(SCHEMA, 1);
    Question question =
        Question.of(
            0, "occurred", Periods.months(YearMonth.of(2016, 1), YearMonth.of(2018, 12)), "area");
    EventLog after = before;
    CellIndex index = before.index(question);
    for (int day = 0; day < 3; day++) {
      EventLog.Builder builder = after.append();
      for (int i = 0; i < 9_000; i++) {
        builder.add(
            after.horizon() + 1 + i / 2,
            i % 5 == 0 ? -1 : 1,
            Arrays.asList(MARCH.plusDays(i % 300), MAY),
            List.of("a" + i % 6, "cse"));
      }
      after = builder.freeze();
      index = index.appended(after);
    }
    for (long at : List.of(0L, before.horizon(), after.horizon() - 1, after.horizon())) {
      assertThat(index.at(at).cells()).isEqualTo(after.count(question.asKnownAt(at)).cells());
    }
    assertThat(before.size()).isEqualTo(50_000);
  }
}
