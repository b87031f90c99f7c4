package org.heed.server.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times as a source writes them: in its formats, else in ISO 8601. A time without
 * an offset is the time zone's; one that a change of clocks skips moves on by the hour skipped, and
 * of one that comes twice the first is taken. A day that does not exist is refused, not moved.
 */
final class Moments {
  private static final List<DateTimeFormatter> ISO =
      List.of(
          strict("uuuu-MM-dd'T'HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]][XXX]"),
          strict("uuuu-MM-dd HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]][XXX]"),
          strict("uuuu-MM-dd"));

  private final List<DateTimeFormatter> formats;
  private final ZoneId zone;

  private Moments(List<DateTimeFormatter> formats, ZoneId zone) {
    this.formats = formats;
    this.zone = zone;
  }

  /**
   * @param patterns of {@link DateTimeFormatter}, without two-digit years
   * @throws IllegalArgumentException for a pattern that is none
   */
  static Moments of(List<String> patterns, ZoneId zone) {
    return new Moments(patterns.stream().map(Moments::format).toList(), zone);
  }

  /**
   * A moment as written.
   *
   * @param at the moment; of a mere date, the first of the day
   * @param end the last moment it can mean: of a mere date, the last of the day
   * @param date as written, in the source's own time zone
   */
  record Written(Instant at, Instant end, LocalDate date, boolean wholeDay) {}

  /** Reads one; null where no format fits. */
  @Nullable Written read(String text) {
    for (DateTimeFormatter format : formats) {
      Written read = read(format, text);
      if (read != null) {
        return read;
      }
    }
    for (DateTimeFormatter format : ISO) {
      Written read = read(format, text);
      if (read != null) {
        return read;
      }
    }
    return instant(text);
  }

  private @Nullable Written read(DateTimeFormatter format, String text) {
    try {
      TemporalAccessor parsed = format.parse(text);
      LocalDate date = parsed.query(TemporalQueries.localDate());
      LocalTime time = parsed.query(TemporalQueries.localTime());
      ZoneOffset offset = parsed.query(TemporalQueries.offset());
      if (date == null) {
        return null;
      }
      if (time == null) {
        Instant next = date.plusDays(1).atStartOfDay(zone).toInstant();
        return new Written(date.atStartOfDay(zone).toInstant(), next.minusNanos(1_000), date, true);
      }
      LocalDateTime local = LocalDateTime.of(date, time);
      Instant at = offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
      return new Written(at, at, date, false);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Written instant(String text) {
    try {
      OffsetDateTime at = OffsetDateTime.parse(text);
      return new Written(at.toInstant(), at.toInstant(), at.toLocalDate(), false);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static DateTimeFormatter format(String pattern) {
    StringBuilder strict = new StringBuilder(pattern.length());
    boolean quoted = false;
    int years = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted ^= c == '\'';
      boolean year = !quoted && (c == 'y' || c == 'u');
      years += year ? 1 : 0;
      strict.append(year ? 'u' : c);
    }
    if (years > 0 && years < 4) {
      throw new IllegalArgumentException("a year of two digits could be in either century");
    }
    return strict(strict.toString());
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK).withResolverStyle(ResolverStyle.STRICT);
  }
}
