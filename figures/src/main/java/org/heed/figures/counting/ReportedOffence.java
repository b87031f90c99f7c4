package org.heed.figures.counting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.heed.figures.RefusedInput;

/**
 * An offence as a report tells of it.
 *
 * @param id of its own
 * @param victim empty where there is none
 * @param offenders whoever did it, so far as they are told apart; empty: not known
 * @param report what came to notice together has the same
 * @param reported the day on which it came to notice
 * @param until the last day on which it happened
 * @param dealtWith whether the offender had been dealt with before it
 */
public record ReportedOffence(
    String id,
    String code,
    Optional<String> victim,
    Set<String> offenders,
    String report,
    LocalDate reported,
    LocalDate until,
    boolean dealtWith) {
  public ReportedOffence {
    offenders = Set.copyOf(offenders);
    RefusedInput.unless(!until.isAfter(reported), "until", "is after the day of the report");
  }

  /** The identifiers only. */
  @Override
  public String toString() {
    return "ReportedOffence[" + id + " " + code + "]";
  }
}
