package org.heed.figures.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.heed.figures.log.Counts;
import org.heed.figures.log.EventLog;
import org.heed.figures.log.Periods;
import org.heed.figures.log.Question;
import org.heed.figures.recount.Definition.Clock;
import org.heed.figures.recount.Definition.Known;
import org.heed.figures.recount.Definition.Rules;
import org.heed.figures.recount.Definition.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedChangesTest {
  private static final Rules RULES = new Rules("test", Set.of("N100"), 365);
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

  @Test
  void reclassification_movesOneAndChangesNoTotal() {
    History history =
        new History(
            "c1",
            "r1",
            "a1",
            "child",
            null,
            Set.of(),
            Set.of(),
            DAY,
            DAY,
            DAY,
            List.of(new Fact.Recorded(10, "71"), new Fact.Reclassified(20, "22B")));
    EventLog log = SignedChanges.log(List.of(history));
    assertThat(log.size()).isEqualTo(3);
    assertThat(offences(log, 19)).isEqualTo(Map.of("71", 1L, "22B", 0L));
    assertThat(offences(log, 20)).isEqualTo(Map.of("71", 0L, "22B", 1L));
  }

  @Test
  void factThatChangesNothingCounted_isNoChange() {
    History history =
        new History(
            "c1",
            "r1",
            "a1",
            "child",
            null,
            Set.of(),
            Set.of(),
            DAY,
            DAY,
            DAY,
            List.of(new Fact.Recorded(10, "71"), new Fact.Unflagged(20)));
    assertThat(SignedChanges.log(List.of(history)).size()).isEqualTo(1);
  }

  /** Sums of changes beside a count of every crime's own history, at every tenth day. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void prefixSums_areTheRecordsCountedOneByOne(long seed) {
    List<History> histories = SupposedRecord.of(300, seed);
    EventLog log = SignedChanges.log(histories);
    Recount recount = new Recount(histories);
    Periods months = Periods.months(YearMonth.of(2024, 1), YearMonth.of(2025, 12));
    Set<String> inside =
        SupposedRecord.OFFENCES.stream()
            .filter(offence -> !RULES.outside().contains(offence))
            .collect(Collectors.toSet());
    Map<String, Set<String>> flagged =
        Map.of(
            "standing",
            Set.of(SignedChanges.COUNTED),
            "flagged-by",
            Set.copyOf(SupposedRecord.ROUTES),
            "offence",
            inside);
    for (Clock clock : Clock.values()) {
      String name = clock.name().toLowerCase(Locale.ROOT);
      for (long position = 0; position < SupposedRecord.DAYS + 200; position += 10) {
        Counts counts = log.count(new Question(position, name, months, List.of(), flagged));
        for (int month = 0; month < months.size(); month++) {
          LocalDate from = months.starts().get(month);
          Definition definition =
              Definition.flagged(new Window(from, from.plusMonths(1), 0), RULES)
                  .on(clock)
                  .asKnown(new Known.At(position));
          assertThat(counts.byPeriod()[month])
              .as("%s %s at %d", clock, from, position)
              .isEqualTo(recount.count(definition));
        }
      }
    }
  }

  private static Map<String, Long> offences(EventLog log, long position) {
    Periods year = Periods.months(YearMonth.of(2024, 3), YearMonth.of(2024, 3));
    Counts counts = log.count(Question.of(position, "recorded", year, "offence"));
    return Map.of("71", counts.of(0, "71"), "22B", counts.of(0, "22B"));
  }
}
