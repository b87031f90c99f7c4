package org.heed.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.heed.rulebook.HolidayCalendar;
import org.heed.rulebook.Period;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines are those of a slow twin, from 2015 to 2035 and through every change of the clocks. */
class DeadlinesTest {
  private static final List<Period.Unit> UNITS = List.of(Period.Unit.values());
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Calendars of holidays begin with it. */
  private static final Instant FIRST_DAY =
      LocalDate.of(2015, 1, 1).atStartOfDay(LONDON).toInstant();

  private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2035-06-01T00:00:00Z");

  static HolidayCalendar calendar(String id) throws Exception {
    Rulebook rulebook = RulebookLoader.load(Path.of("../rulebooks/england-wales"));
    return rulebook.findCalendar(id).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"england-and-wales", "scotland", "northern-ireland"})
  void everyDayOfWork_isOneByTheAct(String id) throws Exception {
    WorkingDays days = new WorkingDays(calendar(id));
    SlowDeadlines twin = new SlowDeadlines(id);
    for (LocalDate day = LocalDate.of(2015, 1, 1); day.getYear() <= 2035; day = day.plusDays(1)) {
      assertThat(days.contain(day)).as("%s in %s", day, id).isEqualTo(twin.isWorkingDay(day));
    }
  }

  private static Instant moment(Random random, Instant from, Instant to) {
    long minutes = Duration.between(from, to).toMinutes();
    return from.plus(Duration.ofMinutes(random.nextLong(minutes)));
  }

  /** Moments close to a change of the clocks or a turn of the year come often. */
  private static Instant start(Random random) {
    int year = 2015 + random.nextInt(20);
    LocalDateTime near =
        switch (random.nextInt(5)) {
          case 0 -> LocalDateTime.of(year, 3, 24 + random.nextInt(8), 0, 0);
          case 1 -> LocalDateTime.of(year, 10, 24 + random.nextInt(8), 0, 0);
          case 2 -> LocalDateTime.of(year, 12, 20 + random.nextInt(12), 0, 0);
          default -> LocalDateTime.ofInstant(moment(random, FIRST, LAST), LONDON);
        };
    return near.plusMinutes(random.nextInt(1440)).atZone(LONDON).toInstant();
  }

  private static List<Deadlines.Stretch> still(Random random, Instant start) {
    List<Deadlines.Stretch> still = new ArrayList<>();
    Instant at = start.minus(Duration.ofHours(12));
    for (int n = random.nextInt(4); n > 0; n--) {
      Instant from = at.plus(Duration.ofMinutes(1 + random.nextInt(3_000)));
      at = from.plus(Duration.ofMinutes(1 + random.nextInt(4_000)));
      boolean open = n == 1 && random.nextInt(6) == 0;
      still.add(new Deadlines.Stretch(from, open ? Instant.MAX : at));
    }
    return still;
  }

  private static Period period(Random random) {
    Period.Unit unit = UNITS.get(random.nextInt(UNITS.size()));
    int most =
        switch (unit) {
          case MINUTES -> 200;
          case HOURS -> 100;
          case DAYS -> 30;
          case WORKING_DAYS -> 46;
          case MONTHS -> 4;
        };
    return new Period(random.nextInt(most), unit);
  }

  private static void agree(String id, long seed, int deadlines) throws Exception {
    Deadlines fast = new Deadlines(calendar(id));
    SlowDeadlines slow = new SlowDeadlines(id);
    Random random = new Random(seed);
    for (int i = 0; i < deadlines; i++) {
      Instant start = start(random);
      Period period = period(random);
      List<Deadlines.Stretch> still = still(random, start);
      assertThat(fast.after(start, period, still).orElse(Instant.MAX))
          .as("%s after %s, still %s, in %s", period, start, still, id)
          .isEqualTo(slow.after(start, period, still));
      assertThat(fast.after(start, period))
          .as("%s after %s in %s", period, start, id)
          .isEqualTo(slow.after(start, period, List.of()));
      Instant warned = slow.daysOfWorkBefore(start, period.amount());
      if (!warned.isBefore(FIRST_DAY)) {
        assertThat(fast.before(start, new Period(period.amount(), Period.Unit.WORKING_DAYS)))
            .as("%s working days before %s in %s", period.amount(), start, id)
            .isEqualTo(warned);
      }
    }
  }

  /** Monday's deadline is warned of on Friday, and one after Easter on the Thursday before it. */
  @ParameterizedTest
  @CsvSource({
    "2026-06-08, 1, 2026-06-05",
    "2026-06-09, 1, 2026-06-08",
    "2026-04-07, 1, 2026-04-02",
    "2026-04-08, 2, 2026-04-02",
    "2026-12-29, 1, 2026-12-24",
    "2027-01-04, 3, 2026-12-29",
    "2026-06-06, 1, 2026-06-05"
  })
  void warningInWorkingDays_comesOnADayOfWork(LocalDate due, int days, LocalDate warned)
      throws Exception {
    Deadlines deadlines = new Deadlines(calendar("england-and-wales"));

    assertThat(deadlines.before(deadlines.endOf(due), new Period(days, Period.Unit.WORKING_DAYS)))
        .isEqualTo(warned.atStartOfDay(LONDON).toInstant());
  }

  @ParameterizedTest
  @ValueSource(strings = {"england-and-wales", "scotland", "northern-ireland"})
  void deadlines_areThoseOfTheTwin(String id) throws Exception {
    agree(id, 1, 3_000);
  }

  @Test
  @Tag("long")
  void deadlines_areThoseOfTheTwinHundredsOfThousandsOfTimes() throws Exception {
    agree("england-and-wales", 2, 200_000);
    agree("scotland", 3, 100_000);
    agree("northern-ireland", 4, 100_000);
  }
}
