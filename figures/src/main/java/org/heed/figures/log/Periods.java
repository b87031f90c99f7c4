package org.heed.figures.log;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Periods that follow each other without a gap.
 *
 * @param starts the first day of each, ascending
 * @param end the day after the last of them
 */
public record Periods(List<LocalDate> starts, LocalDate end) {
  public Periods {
    starts = List.copyOf(starts);
    for (int i = 0; i < starts.size(); i++) {
      LocalDate next = i + 1 < starts.size() ? starts.get(i + 1) : end;
      if (!starts.get(i).isBefore(next)) {
        throw new IllegalArgumentException("periods must ascend: " + starts.get(i));
      }
    }
  }

  /** Calendar months, both ends included. */
  public static Periods months(YearMonth first, YearMonth last) {
    return every(Period.ofMonths(1), first.atDay(1), last.plusMonths(1).atDay(1));
  }

  /** Financial years from 1 April, both ends included, each named by the year it begins in. */
  public static Periods financialYears(int first, int last) {
    return every(Period.ofYears(1), LocalDate.of(first, 4, 1), LocalDate.of(last + 1, 4, 1));
  }

  /** Steps from a first day until {@code end}, which a last shorter period may meet. */
  public static Periods every(Period step, LocalDate first, LocalDate end) {
    List<LocalDate> starts = new ArrayList<>();
    for (int i = 0; first.plus(step.multipliedBy(i)).isBefore(end); i++) {
      starts.add(first.plus(step.multipliedBy(i)));
    }
    return new Periods(starts, end);
  }

  /** One period. */
  public static Periods one(LocalDate first, LocalDate dayAfter) {
    return new Periods(List.of(first), dayAfter);
  }

  public int size() {
    return starts.size();
  }

  /** For every storable day, where its period's cells begin; less than zero outside all periods. */
  int[] offsets(int cellsInPeriod) {
    int[] offsets = new int[Days.NONE + 1];
    Arrays.fill(offsets, Question.OUTSIDE);
    for (int i = 0; i < starts.size(); i++) {
      int from = Days.clamped(starts.get(i));
      int to = Days.clamped(i + 1 < starts.size() ? starts.get(i + 1) : end);
      Arrays.fill(offsets, from, to, i * cellsInPeriod);
    }
    return offsets;
  }
}
