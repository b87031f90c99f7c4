package org.heed.figures.runoff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heed.figures.RefusedInput;

/**
 * How many events of each period had been reported by each delay, for what was reported by a day.
 * Periods are days, or weeks where all events fall on one weekday and all reports on one. Delays
 * over the longest are left out.
 */
final class DelayTable {
  /** How many periods before the longest delay are looked back at. */
  private static final int HISTORY = 210;

  private static final int WEEK = 7;

  /** How many weeks show that dates are weeks, and not days that happen to be a week apart. */
  private static final int WEEKS = 3;

  private final LocalDate newest;
  private final int unit;
  private final int longest;
  private final long[][] reported;

  private DelayTable(LocalDate newest, int unit, int longest, long[][] reported) {
    this.newest = newest;
    this.unit = unit;
    this.longest = longest;
    this.reported = reported;
  }

  static DelayTable of(List<Nowcast.Event> events, LocalDate now, int longestDays) {
    int unit = longestDays >= WEEK && weekly(events) ? WEEK : 1;
    LocalDate newest = newest(events.getFirst().occurred(), now, unit);
    int longest = longestDays / unit;
    long periods = 0;
    for (Nowcast.Event event : events) {
      periods = Math.max(periods, ChronoUnit.DAYS.between(event.occurred(), newest) / unit);
    }
    periods = Math.min(periods, longest + HISTORY);
    RefusedInput.unless(
        periods >= longest,
        "events",
        "go back less than the longest delay: how reports arrive cannot be told");
    long[][] reported = new long[(int) periods + 1][longest + 1];
    for (Nowcast.Event event : events) {
      long age = ChronoUnit.DAYS.between(event.occurred(), newest) / unit;
      long delay = ChronoUnit.DAYS.between(event.occurred(), event.reported()) / unit;
      if (!event.reported().isAfter(now) && age <= periods && delay <= longest) {
        reported[(int) (periods - age)][(int) delay]++;
      }
    }
    for (long[] row : reported) {
      for (int d = 1; d <= longest; d++) {
        row[d] += row[d - 1];
      }
    }
    return new DelayTable(newest, unit, longest, reported);
  }

  private static boolean weekly(List<Nowcast.Event> events) {
    Set<DayOfWeek> occurred = EnumSet.noneOf(DayOfWeek.class);
    Set<DayOfWeek> reported = EnumSet.noneOf(DayOfWeek.class);
    Set<LocalDate> dates = new HashSet<>();
    for (Nowcast.Event event : events) {
      occurred.add(event.occurred().getDayOfWeek());
      reported.add(event.reported().getDayOfWeek());
      if (occurred.size() > 1 || reported.size() > 1) {
        return false;
      }
      dates.add(event.occurred());
    }
    return dates.size() >= WEEKS;
  }

  /** The newest period that has begun. */
  private static LocalDate newest(LocalDate any, LocalDate now, int unit) {
    return now.minusDays(Math.floorMod(ChronoUnit.DAYS.between(any, now), (long) unit));
  }

  int unitDays() {
    return unit;
  }

  int longest() {
    return longest;
  }

  int periods() {
    return reported.length;
  }

  int age(int period) {
    return reported.length - 1 - period;
  }

  LocalDate start(int period) {
    return newest.minusDays((long) age(period) * unit);
  }

  /** The weekday of a period that is a day, from zero; zero where periods are weeks. */
  int weekday(int period) {
    return unit == 1 ? start(period).getDayOfWeek().getValue() - 1 : 0;
  }

  /** How many kinds of weekday there are. */
  int weekdays() {
    return unit == 1 ? WEEK : 1;
  }

  /** The events of a period reported within a delay, as far as that can be known yet. */
  long by(int period, int delay) {
    return reported[period][Math.min(delay, age(period))];
  }

  /** All the events of a period, or those reported by now. */
  long all(int period) {
    return by(period, longest);
  }

  /** The mean number of events of the complete periods. */
  double meanOfComplete() {
    double sum = 0;
    for (int period = 0; period < complete(); period++) {
      sum += all(period);
    }
    return sum / complete();
  }

  /** How many periods, from the oldest, are old enough to be complete. */
  int complete() {
    return reported.length - longest;
  }
}
