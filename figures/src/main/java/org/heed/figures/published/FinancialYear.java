package org.heed.figures.published;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heed.figures.RefusedInput;

/**
 * A financial year, 1 April to 31 March, written as {@code 2016/17}.
 *
 * @param start the calendar year it begins in
 */
public record FinancialYear(int start) implements Comparable<FinancialYear> {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{4})/(\\d{2})");

  public static FinancialYear parse(String written) {
    Matcher matcher = WRITTEN.matcher(written.strip());
    RefusedInput.unless(matcher.matches(), "financial_year", "not like 2016/17: " + written);
    int start = Integer.parseInt(matcher.group(1));
    RefusedInput.unless(
        (start + 1) % 100 == Integer.parseInt(matcher.group(2)),
        "financial_year",
        "the two years do not follow each other: " + written);
    return new FinancialYear(start);
  }

  public LocalDate firstDay() {
    return LocalDate.of(start, 4, 1);
  }

  public LocalDate lastDay() {
    return LocalDate.of(start + 1, 3, 31);
  }

  @Override
  public int compareTo(FinancialYear other) {
    return Integer.compare(start, other.start);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d/%02d", start, (start + 1) % 100);
  }
}
