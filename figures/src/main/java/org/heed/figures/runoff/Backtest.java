package org.heed.figures.runoff;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heed.figures.RefusedInput;
import org.heed.figures.runoff.Nowcast.Event;

/**
 * What the nowcast would have said at past days, beside what came: the only ground on which to
 * trust its intervals.
 *
 * @param runs how many days it was asked on
 * @param ages for each age of a period, the newest first
 * @param coverage how often the intervals held what came, all ages together
 * @param width their mean width
 */
public record Backtest(int runs, List<Age> ages, double coverage, double width) {
  /**
   * Periods of one age.
   *
   * @param error the mean absolute error of the estimate
   * @param rawError that of taking what had been reported for all
   * @param coverage how often the intervals held what came
   * @param width their mean width
   */
  public record Age(double error, double rawError, double coverage, double width) {}

  public Backtest {
    ages = List.copyOf(ages);
  }

  /**
   * Asks at each of several days, none later than the longest delay before the last event's report.
   *
   * @param ages how many periods, from the newest, to look at
   */
  public static Backtest of(
      List<Event> events, List<LocalDate> days, int longestDays, int ages, double level) {
    RefusedInput.unless(!days.isEmpty(), "backtests", "have no day to ask on");
    Map<LocalDate, Long> came = new HashMap<>();
    for (Event event : events) {
      if (ChronoUnit.DAYS.between(event.occurred(), event.reported()) <= longestDays) {
        came.merge(event.occurred(), 1L, Long::sum);
      }
    }
    Sums[] sums = new Sums[ages];
    for (int age = 0; age < ages; age++) {
      sums[age] = new Sums();
    }
    for (LocalDate day : days) {
      List<Nowcast.Period> periods = Nowcast.of(events, day, longestDays, level).periods();
      for (int age = 0; age < ages; age++) {
        Nowcast.Period period = periods.get(periods.size() - 1 - age);
        sums[age].add(period, Optional.ofNullable(came.get(period.at())).orElse(0L).doubleValue());
      }
    }
    return of(days.size(), sums);
  }

  private static Backtest of(int runs, Sums[] sums) {
    List<Age> ages = new ArrayList<>();
    double coverage = 0;
    double width = 0;
    for (Sums each : sums) {
      ages.add(new Age(each.error / runs, each.raw / runs, each.covered / runs, each.width / runs));
      coverage += each.covered / runs / sums.length;
      width += each.width / runs / sums.length;
    }
    return new Backtest(runs, ages, coverage, width);
  }

  /** What adds up over the runs. */
  private static final class Sums {
    private double error;
    private double raw;
    private double covered;
    private double width;

    void add(Nowcast.Period period, double came) {
      error += Math.abs(period.estimate() - came);
      raw += Math.abs(period.reported() - came);
      covered += period.interval().contains(came) ? 1 : 0;
      width += period.interval().width();
    }
  }
}
