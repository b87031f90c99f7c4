package org.heed.clocks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heed.rulebook.Period;

/**
 * The slow, obvious way to a deadline: minute by minute, and day by day with holidays worked out
 * from the Act and not from the rulebook's list.
 */
final class SlowDeadlines {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final String place;

  /** The holidays of England and Wales, Scotland or Northern Ireland. */
  SlowDeadlines(String place) {
    this.place = place;
  }

  /** The last moment of a period; {@link Instant#MAX} if it never comes. */
  Instant after(Instant start, Period period, List<Deadlines.Stretch> still) {
    return switch (period.unit()) {
      case MINUTES -> minutes(start, period.amount(), still);
      case HOURS -> minutes(start, 60L * period.amount(), still);
      case DAYS -> days(start, period.amount(), false, still);
      case WORKING_DAYS -> days(start, period.amount(), true, still);
      case MONTHS -> {
        LocalDate day = start.atZone(LONDON).toLocalDate();
        int days = 0;
        while (day.plusDays(days).isBefore(day.plusMonths(period.amount()))) {
          days++;
        }
        yield days(start, days, false, still);
      }
    };
  }

  private static Instant minutes(Instant start, long minutes, List<Deadlines.Stretch> still) {
    Instant now = start;
    long left = minutes;
    while (left > 0) {
      if (isStill(now, still)) {
        if (still.getLast().isOpen() && still.getLast().holds(now)) {
          return Instant.MAX;
        }
      } else {
        left--;
      }
      now = now.plus(Duration.ofMinutes(1));
    }
    return now;
  }

  private Instant days(Instant start, int days, boolean ofWork, List<Deadlines.Stretch> still) {
    ZonedDateTime first = start.atZone(LONDON);
    LocalDate day = first.toLocalDate();
    int counted = 0;
    while (true) {
      boolean counts = (!ofWork || isWorkingDay(day)) && !isStill(lastMoment(day), still);
      boolean startDay = day.equals(first.toLocalDate());
      counted += counts && !startDay ? 1 : 0;
      if (counts && (days == 0 || counted == days)) {
        return lastMoment(day);
      }
      if (!still.isEmpty() && still.getLast().isOpen() && still.getLast().holds(lastMoment(day))) {
        return Instant.MAX;
      }
      day = day.plusDays(1);
    }
  }

  /** The beginning of the day of work that lies so many before the day of a moment. */
  Instant daysOfWorkBefore(Instant moment, int days) {
    LocalDate day = moment.atZone(LONDON).toLocalDate();
    int counted = 0;
    while (counted < days) {
      day = day.minusDays(1);
      counted += isWorkingDay(day) ? 1 : 0;
    }
    return day.atStartOfDay(LONDON).toInstant();
  }

  private static boolean isStill(Instant moment, List<Deadlines.Stretch> still) {
    return still.stream().anyMatch(s -> !moment.isBefore(s.from()) && moment.isBefore(s.to()));
  }

  private static Instant lastMoment(LocalDate day) {
    return day.atTime(LocalTime.MAX).atZone(LONDON).toInstant();
  }

  boolean isWorkingDay(LocalDate day) {
    return !isWeekend(day) && !holidays(day.getYear()).contains(day);
  }

  /** The bank holidays of a year. */
  Set<LocalDate> holidays(int year) {
    boolean scotland = place.equals("scotland");
    boolean ireland = place.equals("northern-ireland");
    Set<LocalDate> days = new HashSet<>();
    if (scotland) {
      put(days, LocalDate.of(year, 1, 1), LocalDate.of(year, 1, 2));
      put(days, LocalDate.of(year, 11, 30));
    } else {
      put(days, LocalDate.of(year, 1, 1));
    }
    if (ireland) {
      put(days, LocalDate.of(year, 3, 17));
      put(days, LocalDate.of(year, 7, 12));
    }
    LocalDate easter = easter(year);
    days.add(easter.minusDays(2));
    if (!scotland) {
      days.add(easter.plusDays(1));
    }
    LocalDate may = LocalDate.of(year, Month.MAY, 1);
    days.add(
        year == 2020
            ? LocalDate.of(2020, 5, 8)
            : may.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
    days.add(
        year == 2022
            ? LocalDate.of(2022, 6, 2)
            : may.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
    LocalDate august = LocalDate.of(year, Month.AUGUST, 1);
    days.add(
        august.with(
            scotland
                ? TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)
                : TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
    put(days, LocalDate.of(year, 12, 25), LocalDate.of(year, 12, 26));
    for (String once : List.of("2022-06-03", "2022-09-19", "2023-05-08")) {
      addIn(year, LocalDate.parse(once), days);
    }
    if (scotland) {
      addIn(year, LocalDate.of(2026, 6, 15), days);
    }
    return days;
  }

  private static void addIn(int year, LocalDate day, Set<LocalDate> days) {
    if (day.getYear() == year) {
      days.add(day);
    }
  }

  /**
   * Adds feasts that follow each other: those on weekdays as they are, then the others on the next
   * days that are neither weekend nor holiday.
   */
  private static void put(Set<LocalDate> days, LocalDate... feasts) {
    List<LocalDate> all = List.of(feasts);
    all.stream().filter(day -> !isWeekend(day)).forEach(days::add);
    for (LocalDate feast : all.stream().filter(SlowDeadlines::isWeekend).toList()) {
      LocalDate day = feast;
      while (isWeekend(day) || days.contains(day)) {
        day = day.plusDays(1);
      }
      days.add(day);
    }
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** Easter Sunday, after Gauss. */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int k = year / 100;
    int m = (15 + k - (8 * k + 13) / 25 - k / 4) % 30;
    int n = (4 + k - k / 4) % 7;
    int d = (19 * a + m) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
    int day = 22 + d + e;
    if (d == 29 && e == 6) {
      day = 50;
    } else if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) {
      day = 49;
    }
    return LocalDate.of(year, 3, 1).plusDays(day - 1L);
  }
}
