package org.heed.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.heed.rulebook.HolidayCalendar;
import org.heed.rulebook.Period;
import org.heed.rulebook.Standard;
import org.heed.rulebook.Where;
import org.junit.jupiter.api.Test;

/** A clock runs under the rulebook that was in force when it started. */
class SuccessionTest {
  private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
  private static final Instant ADOPTED = Instant.parse("2026-03-01T09:00:00Z");
  private static final LocalDate ALWAYS = LocalDate.of(2015, 1, 1);

  private final HolidayCalendar calendar;

  SuccessionTest() throws Exception {
    calendar = DeadlinesTest.calendar("england-and-wales");
  }

  private static Standard standard(String id, LocalDate inForce, int hours) {
    return new Standard(
        id,
        "1",
        inForce,
        "Asked",
        "What is asked is done.",
        "Nobody",
        Standard.Basis.DEFAULT,
        Optional.empty(),
        new Standard.Applies(Set.of(), OptionalInt.empty(), OptionalInt.empty()),
        new Standard.Start(Set.of("asked"), 1, 1),
        Set.of("done"),
        false,
        false,
        false,
        new Period(hours, Period.Unit.HOURS),
        Optional.empty(),
        Set.of(),
        Set.of(),
        List.of(),
        Optional.empty(),
        new Standard.Escalation(new Period(1, Period.Unit.DAYS), Standard.To.SUPERVISORS),
        false,
        false,
        List.of(),
        new Where("standards/asked.yaml", 1));
  }

  private Succession.Edition edition(Instant from, String name, Standard... standards) {
    return new Succession.Edition(from, name, new Clocks(List.of(standards), calendar));
  }

  private static List<String> told(Succession succession, Instant... asked) {
    List<Fact> facts = List.of(asked).stream().map(at -> Fact.of("asked", at, 0)).toList();
    return succession.of(new CaseFacts(Optional.empty(), List.of(), facts), NOW, 0).stream()
        .map(one ->
            one.under().name()
                + " "
                + one.clock().standard().id()
                + " "
                + one.clock()
                    .start()
                    .map(start ->
                        Duration.between(start.at(), one.clock().deadline().orElseThrow())
                            .toHours())
                    .map(String::valueOf)
                    .orElse("none"))
        .toList();
  }

  @Test
  void eachStart_runsUnderTheRulebookOfItsTime() {
    Succession succession =
        new Succession(
            List.of(
                edition(Instant.MIN, "first", standard("reply", ALWAYS, 72)),
                edition(ADOPTED, "second", standard("reply", ALWAYS, 48))));

    assertThat(told(succession, ADOPTED.minusSeconds(1), ADOPTED))
        .containsExactly("first reply 72", "second reply 48");
    assertThat(told(succession)).containsExactly("second reply none");
  }

  @Test
  void standardThatHoldsForLaterStarts_leavesTheOneBeforeUntilThen() {
    Succession succession =
        new Succession(
            List.of(
                edition(Instant.MIN, "first", standard("reply", ALWAYS, 72)),
                edition(ADOPTED, "second", standard("reply", LocalDate.of(2026, 4, 1), 48))));

    assertThat(
            told(
                succession,
                ADOPTED.minusSeconds(1),
                ADOPTED.plusSeconds(1),
                Instant.parse("2026-04-01T09:00:00Z")))
        .containsExactly("first reply 72", "first reply 72", "second reply 48");
  }

  @Test
  void standardThatWasTakenAwayOrAdded_holdsForItsTimeAlone() {
    Succession succession =
        new Succession(
            List.of(
                edition(Instant.MIN, "first", standard("old", ALWAYS, 72)),
                edition(ADOPTED, "second", standard("new", ALWAYS, 48))));

    assertThat(told(succession, ADOPTED.minusSeconds(1), ADOPTED))
        .containsExactly("first old 72", "second new 48");
  }
}
