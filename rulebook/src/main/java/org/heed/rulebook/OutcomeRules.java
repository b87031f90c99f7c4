package org.heed.rulebook;

import java.util.List;
import java.util.Optional;

/**
 * What can become of a crime, and what stops exploiters short of a charge.
 *
 * @param small a count below it is kept back where people are counted by what became of them
 */
public record OutcomeRules(int small, List<CrimeOutcome> outcomes, List<Measure> measures) {
  private static final int SMALL = 5;

  public OutcomeRules {
    outcomes = List.copyOf(outcomes);
    measures = List.copyOf(measures);
  }

  /** Where a rulebook has no {@code outcomes.yaml}, none can be given. */
  public static OutcomeRules none() {
    return new OutcomeRules(SMALL, List.of(), List.of());
  }

  /** The outcome of this id. */
  public Optional<CrimeOutcome> find(String id) {
    return outcomes.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** The measure of this id. */
  public Optional<Measure> findMeasure(String id) {
    return measures.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
