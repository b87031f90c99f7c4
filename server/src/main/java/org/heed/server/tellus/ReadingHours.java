package org.heed.server.tellus;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When somebody reads messages, by the wall clock of a place. Nothing is promised that is not
 * written here.
 *
 * @param days hours of each day of the week on which somebody reads
 * @param holidays days on which nobody does, whatever day of the week they are
 */
public record ReadingHours(Map<DayOfWeek, Hours> days, Set<LocalDate> holidays, ZoneId zone) {
  private static final int FARTHEST_DAYS = 15;

  public ReadingHours {
    days = days.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(days));
    holidays = Set.copyOf(holidays);
  }

  /**
   * From one time of a day until another; until midnight where the end is 00:00.
   *
   * @param to not itself part of it
   */
  public record Hours(LocalTime from, LocalTime to) {
    public Hours {
      if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
        throw new IllegalArgumentException("hours end after they begin");
      }
    }

    private boolean hold(LocalTime time) {
      return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }
  }

  /** Whether anything is known of them. */
  public boolean areKnown() {
    return !days.isEmpty();
  }

  private Optional<Hours> on(LocalDate day) {
    return holidays.contains(day)
        ? Optional.empty()
        : Optional.ofNullable(days.get(day.getDayOfWeek()));
  }

  /** Whether somebody is to be reading. */
  public boolean hold(Instant moment) {
    ZonedDateTime at = moment.atZone(zone);
    return on(at.toLocalDate()).filter(hours -> hours.hold(at.toLocalTime())).isPresent();
  }

  /** Until when, while they hold; through midnight where the next day begins with it. */
  public Optional<Instant> until(Instant moment) {
    if (!hold(moment)) {
      return Optional.empty();
    }
    LocalDate day = moment.atZone(zone).toLocalDate();
    for (int i = 0; i < FARTHEST_DAYS; i++) {
      LocalTime end = on(day).orElseThrow().to();
      LocalDate next = day.plusDays(1);
      if (!end.equals(LocalTime.MIDNIGHT)) {
        return Optional.of(at(day, end));
      }
      if (on(next).filter(hours -> hours.from().equals(LocalTime.MIDNIGHT)).isEmpty()) {
        return Optional.of(at(next, LocalTime.MIDNIGHT));
      }
      day = next;
    }
    return Optional.empty();
  }

  /** When somebody reads next, while nobody does. */
  public Optional<Instant> next(Instant moment) {
    LocalDate today = moment.atZone(zone).toLocalDate();
    for (int i = 0; i < FARTHEST_DAYS; i++) {
      LocalDate day = today.plusDays(i);
      Optional<Instant> from = on(day).map(hours -> at(day, hours.from()));
      if (from.isPresent() && from.get().isAfter(moment)) {
        return from;
      }
    }
    return Optional.empty();
  }

  private Instant at(LocalDate day, LocalTime time) {
    return LocalDateTime.of(day, time).atZone(zone).toInstant();
  }
}
