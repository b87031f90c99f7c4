package org.heed.figures.runoff;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.heed.figures.RefusedInput;

/**
 * How many events of each period had been reported by each delay, for what was reported by a day.
 * Periods are days, or weeks where every date falls on one weekday. Delays over the longest are
 * left out.
 */
final class DelayTable {
  /** How many periods before the longest delay are looked back at. */
  private static final int HISTORY = 156;

  private static final int WEEK = 7;

  private final LocalDate now;
  private final int unit;
  private final int longest;
  private final long[][] reported;

  private DelayTable(LocalDate now, int unit, int longest, long[][] reported) {
    this.now = now;
    this.unit = unit;
    this.longest = longest;
    this.reported = reported;
  }

  static DelayTable of(List<Nowcast.Event> events, LocalDate now, int longestDays) {
    boolean weekly = longestDays % WEEK == 0;
    long periods = 0;
    for (Nowcast.Event event : events) {
      weekly &= event.occurred().getDayOfWeek() == now.getDayOfWeek();
      weekly &= event.reported().getDayOfWeek() == now.getDayOfWeek();
      periods = Math.max(periods, ChronoUnit.DAYS.between(event.occurred(), now));
    }
    int unit = weekly ? WEEK : 1;
    int longest = longestDays / unit;
    periods = Math.min(periods / unit, longest + HISTORY);
    RefusedInput.unless(
        periods >= longest,
        "events",
        "go back less than the longest delay: how reports arrive cannot be told");
    long[][] reported = new long[(int) periods + 1][longest + 1];
    for (Nowcast.Event event : events) {
      long age = ChronoUnit.DAYS.between(event.occurred(), now) / unit;
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
    return new DelayTable(now, unit, longest, reported);
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
    return now.minusDays((long) age(period) * unit);
  }

  /** The events of a period reported within a delay, as far as that can be known yet. */
  long by(int period, int delay) {
    return reported[period][Math.min(delay, age(period))];
  }

  /** How many periods, from the oldest, are old enough to be complete. */
  int complete() {
    return reported.length - longest;
  }
}
