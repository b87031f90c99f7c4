package org.heed.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.heed.rulebook.HolidayCalendar;
import org.heed.rulebook.Period;

/**
 * When a period ends that began at some moment, by a calendar. Hours and minutes are time that has
 * passed, through changes of the clocks; days end at midnight by the wall. The day of the start is
 * not counted. A day at whose end the clock stood still is not counted either.
 */
public final class Deadlines {
  private final ZoneId zone;
  private final WorkingDays workingDays;

  public Deadlines(HolidayCalendar calendar) {
    zone = calendar.zone();
    workingDays = new WorkingDays(calendar);
  }

  /** A stretch of time, the end not included; {@link Instant#MAX} where it has not ended. */
  record Stretch(Instant from, Instant to) {
    boolean holds(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(to);
    }

    boolean isOpen() {
      return to.equals(Instant.MAX);
    }
  }

  /** The local day of a moment. */
  LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  ZoneId zone() {
    return zone;
  }

  /** The last moment of a period that nothing stops. */
  Instant after(Instant start, Period period) {
    return after(start, period, List.of()).orElseThrow();
  }

  /**
   * The last moment of a period.
   *
   * @param still when the clock stands still, in order and apart from each other
   * @return empty if it does so without an end before the period has passed
   */
  Optional<Instant> after(Instant start, Period period, List<Stretch> still) {
    return switch (period.unit()) {
      case MINUTES -> after(start, Duration.ofMinutes(period.amount()), still);
      case HOURS -> after(start, Duration.ofHours(period.amount()), still);
      case DAYS -> afterDays(day(start), period.amount(), false, still);
      case WORKING_DAYS -> afterDays(day(start), period.amount(), true, still);
      case MONTHS -> {
        LocalDate day = day(start);
        long days = ChronoUnit.DAYS.between(day, day.plusMonths(period.amount()));
        yield afterDays(day, (int) days, false, still);
      }
    };
  }

  private static Optional<Instant> after(Instant start, Duration length, List<Stretch> still) {
    Instant end = start.plus(length);
    if (length.isZero()) {
      return Optional.of(end);
    }
    for (Stretch stretch : still) {
      if (!stretch.from().isBefore(end)) {
        break;
      }
      if (stretch.to().isAfter(start)) {
        if (stretch.isOpen()) {
          return Optional.empty();
        }
        Instant from = stretch.from().isBefore(start) ? start : stretch.from();
        end = end.plus(Duration.between(from, stretch.to()));
      }
    }
    return Optional.of(end);
  }

  private Optional<Instant> afterDays(
      LocalDate start, int days, boolean ofWork, List<Stretch> still) {
    if (still.isEmpty()) {
      LocalDate first =
          ofWork && !workingDays.contain(start) ? workingDays.behind(start, 1) : start;
      LocalDate last =
          days == 0 ? first : ofWork ? workingDays.behind(start, days) : start.plusDays(days);
      return Optional.of(endOf(last));
    }
    LocalDate day = start;
    int left = days;
    while (left > 0 || !counts(day, ofWork, still)) {
      if (still.getLast().isOpen() && still.getLast().holds(endOf(day))) {
        return Optional.empty();
      }
      day = day.plusDays(1);
      left -= left > 0 && counts(day, ofWork, still) ? 1 : 0;
    }
    return Optional.of(endOf(day));
  }

  private boolean counts(LocalDate day, boolean ofWork, List<Stretch> still) {
    Instant end = endOf(day);
    return (!ofWork || workingDays.contain(day)) && still.stream().noneMatch(s -> s.holds(end));
  }

  /** The last moment of a day. */
  Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
  }

  /**
   * The moment that lies a period before another; of working days, the beginning of the one that
   * lies so many before its day, so that somebody is at work on it.
   */
  Instant before(Instant moment, Period period) {
    return switch (period.unit()) {
      case MINUTES -> moment.minus(Duration.ofMinutes(period.amount()));
      case HOURS -> moment.minus(Duration.ofHours(period.amount()));
      case DAYS -> moment.atZone(zone).minusDays(period.amount()).toInstant();
      case WORKING_DAYS ->
          workingDays.before(day(moment), period.amount()).atStartOfDay(zone).toInstant();
      case MONTHS -> moment.atZone(zone).minusMonths(period.amount()).toInstant();
    };
  }

  @Override
  public String toString() {
    return "Deadlines[" + zone + "]";
  }
}
