package org.heed.figures.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.heed.figures.RefusedInput;
import org.heed.figures.uncertainty.RateRatio;

/**
 * One offence code in one area, quarter by quarter.
 *
 * @param code the offence code, repaired
 * @param area the area's name as published
 * @param quarters in order of time, each once
 * @param names the names it was published under, in order of time
 * @param breaks where its meaning or its name changes, in order of time
 */
public record Series(
    String code,
    String area,
    List<QuarterCount> quarters,
    List<NameSpan> names,
    List<Break> breaks) {
  public Series {
    quarters = List.copyOf(quarters);
    names = List.copyOf(names);
    breaks = List.copyOf(breaks);
  }

  /** Sums by financial year, the last of which may lack quarters. */
  public List<YearCount> byFinancialYear() {
    Map<FinancialYear, List<QuarterCount>> years = new TreeMap<>();
    for (QuarterCount quarter : quarters) {
      years.computeIfAbsent(quarter.quarter().year(), _ -> new ArrayList<>()).add(quarter);
    }
    return years.entrySet().stream().map(e -> sum(e.getKey(), e.getValue())).toList();
  }

  /**
   * One year's sum.
   *
   * @throws NoSuchElementException where nothing was published for the year
   */
  public YearCount year(FinancialYear year) {
    return byFinancialYear().stream()
        .filter(count -> count.year().equals(year))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("nothing published for " + year));
  }

  /** The ratio of the later year to the earlier, at 95%, with the breaks between them. */
  public YearRatio ratio(String from, String to) {
    return ratio(FinancialYear.parse(from), FinancialYear.parse(to));
  }

  /**
   * The ratio of one year to another, at 95%, with the breaks between them.
   *
   * @throws RefusedInput for a year without all its quarters or with a sum below zero
   */
  public YearRatio ratio(FinancialYear from, FinancialYear to) {
    YearCount before = usable(from);
    YearCount after = usable(to);
    return new YearRatio(
        before, after, RateRatio.of(after.count(), before.count()), breaksBetween(from, to));
  }

  /** The breaks between two years. */
  public List<Break> breaksBetween(FinancialYear from, FinancialYear to) {
    return breaks.stream().filter(each -> each.between(from, to)).toList();
  }

  private YearCount usable(FinancialYear year) {
    YearCount count = year(year);
    RefusedInput.unless(
        count.complete(), "year", year + " has only " + count.quarters() + " of its four quarters");
    RefusedInput.unless(count.count() >= 0, "year", year + " sums to " + count.count());
    return count;
  }

  private static YearCount sum(FinancialYear year, List<QuarterCount> quarters) {
    long sum = quarters.stream().mapToLong(QuarterCount::count).sum();
    long negative = quarters.stream().filter(quarter -> quarter.count() < 0).count();
    return new YearCount(year, sum, quarters.size(), (int) negative);
  }
}
