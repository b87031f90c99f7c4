package org.heed.figures.log;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates as two bytes: days since 1 January 1900, up to June 2079; the last value is no date. */
final class Days {
  static final char NONE = Character.MAX_VALUE;

  private static final long FIRST = LocalDate.of(1900, 1, 1).toEpochDay();

  private Days() {}

  static char of(@Nullable LocalDate date) {
    if (date == null) {
      return NONE;
    }
    long day = date.toEpochDay() - FIRST;
    if (day < 0 || day >= NONE) {
      throw new IllegalArgumentException("a date outside 1900 to June 2079");
    }
    return (char) day;
  }

  /** Like {@link #of}, held to the range that can be stored. */
  static int clamped(LocalDate date) {
    return (int) Math.clamp(date.toEpochDay() - FIRST, 0L, (long) NONE);
  }
}
