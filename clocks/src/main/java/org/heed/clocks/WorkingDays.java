package org.heed.clocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.heed.rulebook.HolidayCalendar;

/**
 * Days of work by a calendar, counted without going through them. Outside of what the calendar
 * tells of, all days but weekends are days of work.
 */
final class WorkingDays {
  private final long from;

  /** By day, how many days of work there are up to and with it. */
  private final int[] upTo;

  /** By number, the day of work. */
  private final int[] days;

  WorkingDays(HolidayCalendar calendar) {
    from = calendar.from().toEpochDay();
    int size = (int) (calendar.to().toEpochDay() - from) + 1;
    upTo = new int[size];
    days = new int[size + 1];
    int count = 0;
    for (int i = 0; i < size; i++) {
      LocalDate day = LocalDate.ofEpochDay(from + i);
      if (!isWeekend(day) && !calendar.holidays().containsKey(day)) {
        days[++count] = i;
      }
      upTo[i] = count;
    }
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  boolean contain(LocalDate day) {
    long at = day.toEpochDay() - from;
    if (at < 0 || at >= upTo.length) {
      return !isWeekend(day);
    }
    return upTo[(int) at] > (at == 0 ? 0 : upTo[(int) at - 1]);
  }

  /** The n-th day of work behind a day; n is at least 1. */
  LocalDate behind(LocalDate day, int n) {
    long at = day.toEpochDay() - from;
    if (at >= 0 && at < upTo.length && upTo[(int) at] + n <= upTo[upTo.length - 1]) {
      return LocalDate.ofEpochDay(from + days[upTo[(int) at] + n]);
    }
    LocalDate next = day;
    for (int left = n; left > 0; left -= contain(next) ? 1 : 0) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** The n-th day of work before a day; with n 0 the day itself. */
  LocalDate before(LocalDate day, int n) {
    LocalDate last = day;
    for (int left = n; left > 0; left -= contain(last) ? 1 : 0) {
      last = last.minusDays(1);
    }
    return last;
  }
}
