package org.heed.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.heed.rulebook.HolidayCalendar;
import org.heed.rulebook.Period;
import org.heed.rulebook.Standard;
import org.heed.rulebook.Where;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Clocks of a case are those of a slow twin, whatever the standard: verdicts, rows that fall due
 * again, what was done before, pauses, children, ages, nations, and many facts in one minute.
 */
class TwinTest {
  private static final String PLACE = "england-and-wales";

  /** A Wednesday: with the days that follow, Easter and its bank holidays. */
  private static final Instant BEGIN = Instant.parse("2026-04-01T08:00:00Z");

  private static final List<String> KINDS = List.of("asked", "done", "ended", "left", "other");
  private static final List<String> THINGS = List.of("", "", "first", "second");
  private static final List<CaseFacts.Child> CHILDREN =
      List.of(
          new CaseFacts.Child("elder", Optional.of(LocalDate.of(2008, 4, 3))),
          new CaseFacts.Child("younger", Optional.of(LocalDate.of(2015, 4, 2))),
          new CaseFacts.Child("unknown", Optional.empty()));

  private final HolidayCalendar calendar;

  TwinTest() throws Exception {
    calendar = DeadlinesTest.calendar(PLACE);
  }

  private static Set<String> some(Random random, int most) {
    Set<String> kinds = new HashSet<>();
    for (int n = random.nextInt(most + 1); n > 0; n--) {
      kinds.add(KINDS.get(random.nextInt(KINDS.size())));
    }
    return kinds;
  }

  private static Period period(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Period(random.nextInt(90), Period.Unit.MINUTES);
      case 1 -> new Period(random.nextInt(40), Period.Unit.HOURS);
      case 2 -> new Period(random.nextInt(3), Period.Unit.DAYS);
      default -> new Period(random.nextInt(3), Period.Unit.WORKING_DAYS);
    };
  }

  private static Standard standard(Random random) {
    Set<String> starts = some(random, 1);
    starts.add("asked");
    Set<String> metBy = some(random, 1);
    metBy.add("done");
    List<Standard.Pause> pauses =
        random.nextInt(3) == 0
            ? List.of(new Standard.Pause("stopped", "runs-on"), new Standard.Pause("away", "back"))
            : List.of();
    return new Standard(
        "drawn",
        "1",
        LocalDate.of(2026, 4, random.nextInt(4) == 0 ? 2 : 1),
        "Drawn",
        "Drawn at random.",
        "Nobody",
        Standard.Basis.DEFAULT,
        Optional.empty(),
        new Standard.Applies(
            random.nextInt(5) == 0 ? Set.of("wales") : Set.of(),
            random.nextInt(5) == 0 ? OptionalInt.of(11) : OptionalInt.empty(),
            random.nextInt(3) == 0 ? OptionalInt.of(17) : OptionalInt.empty()),
        new Standard.Start(
            starts,
            1 + random.nextInt(5) / 3,
            1 + random.nextInt(3),
            random.nextInt(4) == 0 ? some(random, 2) : Set.of(),
            random.nextInt(3) == 0 ? some(random, 2) : Set.of()),
        metBy,
        random.nextInt(4) == 0,
        random.nextInt(3) == 0,
        random.nextInt(3) == 0,
        period(random),
        random.nextInt(2) == 0 ? Optional.of(period(random)) : Optional.empty(),
        some(random, 2),
        random.nextBoolean() ? some(random, 2) : Set.of(),
        pauses,
        Optional.empty(),
        new Standard.Escalation(period(random), Standard.To.SUPERVISORS),
        false,
        false,
        List.of(),
        new Where("standards/drawn.yaml", 1));
  }

  /** Minutes are few, so that many facts fall into one. */
  private static List<Fact> facts(Random random) {
    List<Fact> facts = new ArrayList<>();
    List<String> kinds = new ArrayList<>(KINDS);
    kinds.addAll(List.of("asked", "done", "stopped", "runs-on", "away", "back"));
    int minutes = 1 + random.nextInt(12);
    int apart = 1 + random.nextInt(random.nextBoolean() ? 30 : 700);
    for (int n = random.nextInt(14); n > 0; n--) {
      String thing = THINGS.get(random.nextInt(THINGS.size()));
      int child = random.nextInt(6);
      facts.add(
          new Fact(
              kinds.get(random.nextInt(kinds.size())),
              BEGIN.plus(Duration.ofMinutes((long) apart * random.nextInt(minutes))),
              Optional.of(thing).filter(of -> !of.isEmpty()),
              child < 3 ? Optional.of(CHILDREN.get(child).id()) : Optional.empty(),
              random.nextInt(3) > 0 ? Optional.of("reason " + random.nextInt(2)) : Optional.empty(),
              random.nextInt(4),
              random.nextInt(8) == 0 ? 4 : Long.MAX_VALUE));
    }
    return facts;
  }

  /** How often each reason came up, over so many cases. */
  private Map<Why, Integer> agree(long seed, int cases) {
    Random random = new Random(seed);
    Map<Why, Integer> seen = new EnumMap<>(Why.class);
    for (int round = 0; round < cases; round++) {
      List<Standard> standards = List.of(standard(random), standard(random));
      List<Fact> facts = facts(random);
      CaseFacts given =
          new CaseFacts(
              random.nextBoolean() ? Optional.of("england") : Optional.empty(),
              CHILDREN.subList(0, random.nextInt(CHILDREN.size() + 1)),
              facts);
      Instant now = BEGIN.plus(Duration.ofMinutes(random.nextInt(9_000)));
      long position = random.nextInt(6);
      List<Clock> clocks = new Clocks(standards, calendar).of(given, now, position);
      assertThat(clocks)
          .as("round %s of seed %s", round, seed)
          .isEqualTo(new SlowClocks(standards, PLACE).of(given, now, position));
      clocks.forEach(clock -> seen.merge(clock.why(), 1, Integer::sum));
    }
    return seen;
  }

  @Test
  void clocksOfACase_areThoseOfTheTwin() {
    assertThat(agree(1, 1_500)).containsOnlyKeys(Why.values());
  }

  @Test
  @Tag("long")
  void clocksOfACase_areThoseOfTheTwinTenThousandTimes() {
    assertThat(agree(2, 10_000).values()).allMatch(times -> times > 50);
  }
}
