package org.heed.server.publication;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.heed.figures.published.FinancialYear;

/** Months, quarters and financial years of the calendar. */
final class Periods {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM", Locale.UK);

  private Periods() {}

  /** The first day of the period that holds the day. */
  static LocalDate start(By by, LocalDate day) {
    LocalDate month = day.withDayOfMonth(1);
    return switch (by) {
      case MONTH -> month;
      case QUARTER -> month.minusMonths((month.getMonthValue() - 1) % 3);
      case YEAR -> month.minusMonths((month.getMonthValue() + 8) % 12);
      case AREA -> throw new IllegalArgumentException("an area is not a period");
    };
  }

  /** The first day of the period after. */
  static LocalDate next(By by, LocalDate start) {
    return switch (by) {
      case MONTH -> start.plusMonths(1);
      case QUARTER -> start.plusMonths(3);
      case YEAR -> start.plusYears(1);
      case AREA -> throw new IllegalArgumentException("an area is not a period");
    };
  }

  /** Apr 2026; Apr–Jun 2026; 2026/27. */
  static String label(By by, LocalDate start) {
    return switch (by) {
      case MONTH -> MONTH.format(start);
      case QUARTER -> SHORT.format(start) + "–" + MONTH.format(start.plusMonths(2));
      case YEAR -> new FinancialYear(start.getYear()).toString();
      case AREA -> throw new IllegalArgumentException("an area is not a period");
    };
  }
}
