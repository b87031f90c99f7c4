package org.heed.figures.published;

/**
 * A financial year's sum of its published quarters.
 *
 * @param year the year
 * @param count the sum, which can be below zero
 * @param quarters how many of its four quarters were published
 * @param negativeQuarters how many of those were below zero
 */
public record YearCount(FinancialYear year, long count, int quarters, int negativeQuarters) {
  /** Whether all four quarters were published. */
  public boolean complete() {
    return quarters == 4;
  }
}
