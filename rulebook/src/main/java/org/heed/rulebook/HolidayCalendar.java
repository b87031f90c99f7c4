package org.heed.rulebook;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days on which nobody is at work, weekends apart, in one place.
 *
 * @param zone where its days begin and end
 * @param from the first day that it tells of
 * @param to the last day that it tells of
 * @param holidays their names, by day
 */
public record HolidayCalendar(
    String id,
    String title,
    ZoneId zone,
    LocalDate from,
    LocalDate to,
    SortedMap<LocalDate, String> holidays,
    String source,
    Where at) {
  public HolidayCalendar {
    holidays = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
  }
}
