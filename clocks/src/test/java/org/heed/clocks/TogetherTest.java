package org.heed.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.heed.rulebook.HolidayCalendar;
import org.heed.rulebook.Period;
import org.heed.rulebook.Standard;
import org.heed.rulebook.Where;
import org.junit.jupiter.api.Test;

/** What has to come together to start a clock comes together for each child by themselves. */
class TogetherTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
  private static final int ROUNDS = 3_000;

  private final HolidayCalendar calendar;

  TogetherTest() throws Exception {
    calendar = DeadlinesTest.calendar("england-and-wales");
  }

  private static Standard standard(int times, int withinDays) {
    return new Standard(
        "repeat-missing",
        "1",
        LocalDate.of(2015, 1, 1),
        "Meeting on repeat missing",
        "So many times missing ask for a meeting.",
        "Heed's proposal",
        Standard.Basis.DEFAULT,
        Optional.empty(),
        new Standard.Applies(Set.of(), OptionalInt.empty(), OptionalInt.empty()),
        new Standard.Start(Set.of("child-missing"), times, withinDays),
        Set.of("strategy-meeting-held"),
        false,
        false,
        false,
        new Period(5, Period.Unit.WORKING_DAYS),
        Optional.empty(),
        Set.of(),
        Set.of(),
        List.of(),
        Optional.empty(),
        new Standard.Escalation(new Period(1, Period.Unit.DAYS), Standard.To.SUPERVISORS),
        false,
        false,
        List.of(),
        new Where("standards/repeat-missing.yaml", 1));
  }

  private static Fact missing(Instant at, Optional<String> child) {
    return new Fact(
        "child-missing",
        at,
        Optional.of("episode at " + at),
        child,
        Optional.empty(),
        0,
        Long.MAX_VALUE);
  }

  private static Fact missing(int daysAgo, String child) {
    return missing(
        NOW.minus(Duration.ofDays(daysAgo)), Optional.of(child).filter(c -> !c.isEmpty()));
  }

  /** The facts by which three within ninety days, or others, have started a clock. */
  private List<Fact> started(Standard standard, List<Fact> facts) {
    return new Clocks(List.of(standard), calendar)
        .of(new CaseFacts(Optional.empty(), List.of(), facts), NOW, 0).stream()
            .flatMap(clock -> clock.start().stream())
            .toList();
  }

  private List<Fact> started(Fact... facts) {
    return started(standard(3, 90), List.of(facts));
  }

  @Test
  void threeTimesBetweenTwoChildren_startNothing() {
    assertThat(started(missing(30, "elder"), missing(20, "younger"), missing(10, "elder")))
        .isEmpty();
  }

  @Test
  void thirdTimeOfOneChild_startsTheClockOfThatChildAlone() {
    Fact third = missing(5, "elder");
    assertThat(
            started(
                missing(30, "elder"),
                missing(20, "younger"),
                missing(10, "elder"),
                third,
                missing(2, "younger")))
        .containsExactly(third);
  }

  @Test
  void timeThatNamesNoChild_mayBeAnyChilds_andMakesNobodysTimesAnothers() {
    Fact unnamed = missing(5, "");
    assertThat(started(missing(30, "elder"), missing(10, "elder"), unnamed))
        .containsExactly(unnamed);
    assertThat(started(missing(30, "elder"), missing(10, "younger"), unnamed)).isEmpty();
    assertThat(started(missing(30, ""), missing(10, ""), unnamed)).containsExactly(unnamed);
  }

  /** Slow and plain: is there a child whose all of them may be, enough of them in the days? */
  private static List<Fact> slowly(Standard standard, List<Fact> facts) {
    List<Fact> ordered = facts.stream().sorted(Comparator.comparing(Fact::at)).toList();
    Set<String> children = new HashSet<>(Set.of("nobody"));
    ordered.forEach(fact -> fact.child().ifPresent(children::add));
    List<Fact> starts = new ArrayList<>();
    for (int last = 0; last < ordered.size(); last++) {
      LocalDate day = day(ordered.get(last));
      boolean enough = false;
      for (String child : children) {
        int together = 0;
        for (Fact fact : ordered.subList(0, last + 1)) {
          boolean inTime =
              !day(fact).plusDays(standard.starts().withinDays()).isBefore(day.plusDays(1));
          together += mayBe(fact, child) && inTime ? 1 : 0;
        }
        enough |= mayBe(ordered.get(last), child) && together >= standard.starts().times();
      }
      if (enough) {
        starts.add(ordered.get(last));
      }
    }
    return starts;
  }

  private static boolean mayBe(Fact fact, String child) {
    return fact.child().isEmpty() || fact.child().get().equals(child);
  }

  private static LocalDate day(Fact fact) {
    return LocalDate.ofInstant(fact.at(), LONDON);
  }

  @Test
  void starts_areThoseOfTheTwin() {
    Random random = new Random(5);
    List<String> children = List.of("", "eldest", "middle", "youngest");
    int started = 0;
    int none = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Standard standard = standard(1 + random.nextInt(4), 1 + random.nextInt(40));
      List<Fact> facts = new ArrayList<>();
      for (int n = random.nextInt(14); n > 0; n--) {
        Instant at = NOW.minus(Duration.ofMinutes(n * 10_000L + random.nextInt(9_000)));
        String child = children.get(random.nextInt(children.size()));
        facts.add(missing(at, Optional.of(child).filter(c -> !c.isEmpty())));
      }
      List<Fact> expected = slowly(standard, facts);
      assertThat(started(standard, facts)).as("round %s: %s", round, facts).isEqualTo(expected);
      started += expected.size();
      none += expected.isEmpty() ? 1 : 0;
    }
    assertThat(started).as("clocks that started").isGreaterThan(ROUNDS);
    assertThat(none).as("rounds without one").isGreaterThan(ROUNDS / 10);
  }
}
