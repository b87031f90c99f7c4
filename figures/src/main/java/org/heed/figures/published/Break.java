package org.heed.figures.published;

import java.time.LocalDate;

/**
 * Where an offence code stops meaning what it meant. Shown as [b] beside a figure that crosses it.
 *
 * @param code the offence code
 * @param firstYear the first financial year after the break
 * @param date when it took effect
 * @param kind what sort of break it is
 * @param comparable whether counts either side still mean the same, as when only the name changed
 * @param says what changed, in a sentence
 * @param source where that is said
 */
public record Break(
    String code,
    FinancialYear firstYear,
    LocalDate date,
    Kind kind,
    boolean comparable,
    String says,
    String source) {
  /** What sort of break it is, as {@code breaks.csv} writes it. */
  public enum Kind {
    NEW_OFFENCE,
    NEW_CODE,
    MOVED,
    RENAMED
  }

  /** Whether it falls between the two years. */
  public boolean between(FinancialYear a, FinancialYear b) {
    FinancialYear earlier = a.compareTo(b) <= 0 ? a : b;
    FinancialYear later = a.compareTo(b) <= 0 ? b : a;
    return earlier.compareTo(firstYear) < 0 && firstYear.compareTo(later) <= 0;
  }
}
