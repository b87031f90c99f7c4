package org.heed.figures.published;

import java.util.Comparator;
import org.heed.figures.RefusedInput;

/**
 * A quarter of a financial year.
 *
 * @param year the financial year
 * @param number 1 is April to June, 4 is January to March
 */
public record Quarter(FinancialYear year, int number) implements Comparable<Quarter> {
  private static final Comparator<Quarter> ORDER =
      Comparator.comparing(Quarter::year).thenComparingInt(Quarter::number);

  public Quarter {
    RefusedInput.unless(number >= 1 && number <= 4, "quarter", "must be 1 to 4, not " + number);
  }

  @Override
  public int compareTo(Quarter other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return year + " Q" + number;
  }
}
