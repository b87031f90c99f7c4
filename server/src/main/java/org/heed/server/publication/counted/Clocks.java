package org.heed.server.publication.counted;

import java.time.LocalDate;
import java.util.List;
import org.heed.figures.log.EventLog;
import org.jspecify.annotations.Nullable;

/** The days that place something in a period, as the event log numbers them. */
public final class Clocks {
  /** Their names, in order. */
  static final List<String> NAMES = List.of("occurred", "reported", "recorded", "flagged");

  static final int OCCURRED = 0;
  static final int REPORTED = 1;
  static final int RECORDED = 2;
  static final int FLAGGED = 3;

  /** No day. */
  public static final char NONE = EventLog.Builder.day(null);

  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2079, 1, 1);

  private Clocks() {}

  /** A day as a number; days outside 1900 to 2078 are held at its ends. */
  public static char day(@Nullable LocalDate date) {
    if (date == null) {
      return NONE;
    }
    LocalDate held = date.isBefore(FIRST) ? FIRST : date.isAfter(LAST) ? LAST : date;
    return EventLog.Builder.day(held);
  }

  /** The day of a number. */
  public static LocalDate date(char day) {
    return FIRST.plusDays(day);
  }

  /** Which clock has this name. */
  public static int of(String name) {
    return NAMES.indexOf(name);
  }
}
