package org.heed.server.safeguarding.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.heed.server.access.Refused;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/** Days and times as pages take and tell them, by the wall clock in London. */
final class Moments {
  private Moments() {}

  /** The end of a day, as the date control gives it; null for now. */
  static @Nullable Instant endOf(String day) {
    if (day.isBlank()) {
      return null;
    }
    return day(day)
        .map(date -> date.plusDays(1).atStartOfDay(Words.LONDON).toInstant())
        .orElseThrow(() -> new Refused(Refused.Code.INVALID, "Enter the day as 2026-11-23."));
  }

  static Optional<LocalDate> day(String typed) {
    try {
      LocalDate day = LocalDate.parse(typed.strip());
      return day.getYear() < 1900 || day.getYear() > 9999 ? Optional.empty() : Optional.of(day);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A day and a time such as 14:05; the end of the day where no time is given. */
  static Optional<Instant> at(String day, String time) {
    return day(day)
        .flatMap(date -> {
          try {
            LocalTime at = time.isBlank() ? LocalTime.of(23, 59) : LocalTime.parse(time.strip());
            return Optional.of(date.atTime(at).atZone(Words.LONDON).toInstant());
          } catch (DateTimeException e) {
            return Optional.empty();
          }
        });
  }
}
