package org.heed.server.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A date as typed in three fields, kept as typed so that a mistake can be shown again.
 *
 * @param day as typed
 * @param month as typed; a number, or an English month name
 * @param year as typed
 */
public record DateParts(String day, String month, String year) {

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /** Nothing typed. */
  public static DateParts empty() {
    return new DateParts("", "", "");
  }

  /** The parts of a date. */
  public static DateParts of(LocalDate date) {
    return new DateParts(
        Integer.toString(date.getDayOfMonth()),
        Integer.toString(date.getMonthValue()),
        Integer.toString(date.getYear()));
  }

  /** Whether nothing was typed. */
  public boolean isEmpty() {
    return day.isBlank() && month.isBlank() && year.isBlank();
  }

  /** The date, or empty where the parts make none. A year has four digits. */
  public Optional<LocalDate> find() {
    try {
      int y = Integer.parseInt(year.strip());
      if (y < 1000 || y > 9999) {
        return Optional.empty();
      }
      return Optional.of(LocalDate.of(y, monthNumber(), Integer.parseInt(day.strip())));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private int monthNumber() {
    String typed = month.strip().toLowerCase(java.util.Locale.ROOT);
    if (typed.length() >= 3) {
      int at = MONTHS.indexOf(typed.substring(0, 3));
      if (at >= 0 && at % 3 == 0) {
        return at / 3 + 1;
      }
    }
    return Integer.parseInt(typed);
  }
}
