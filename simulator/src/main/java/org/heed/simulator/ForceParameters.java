package org.heed.simulator;

import java.time.LocalDate;

/**
 * What a simulated force is made from. Equal parameters make equal forces, to the byte.
 *
 * @param reports number of reports, all recorded between {@code start} and {@code end}
 * @param start first day, inclusive
 * @param end last day, inclusive
 */
public record ForceParameters(
    long seed, int reports, LocalDate start, LocalDate end, Scenario scenario) {

  /** The last day of the simulated record unless another is asked for. */
  public static final LocalDate DEFAULT_END = LocalDate.of(2026, 11, 22);

  /** Refuses an empty force and less than a year. */
  public ForceParameters {
    if (reports < 1) {
      throw new IllegalArgumentException("A force needs at least one report, not " + reports);
    }
    if (start.plusYears(1).isAfter(end.plusDays(1))) {
      throw new IllegalArgumentException("From " + start + " to " + end + " is less than a year");
    }
  }

  /** Three years to {@link #DEFAULT_END} in the county scenario. */
  public static ForceParameters of(long seed, int reports) {
    return new ForceParameters(
        seed, reports, DEFAULT_END.minusYears(3).plusDays(1), DEFAULT_END, Scenario.COUNTY);
  }

  /** These parameters in another scenario. */
  public ForceParameters withScenario(Scenario other) {
    return new ForceParameters(seed, reports, start, end, other);
  }

  /** The same length of record, ending on another day. */
  public ForceParameters withEnd(LocalDate other) {
    long days = other.toEpochDay() - end.toEpochDay();
    return new ForceParameters(seed, reports, start.plusDays(days), other, scenario);
  }
}
