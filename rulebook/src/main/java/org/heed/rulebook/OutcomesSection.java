package org.heed.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads outcomes.yaml. */
final class OutcomesSection {
  private static final int MOST_KEPT_BACK = 100;

  private OutcomesSection() {}

  static OutcomeRules read(NodeReader section, LocalDate inForce) {
    int small = section.needed("small", 1, MOST_KEPT_BACK);
    List<Problem> repeated = new ArrayList<>();
    List<CrimeOutcome> outcomes = outcomes(section, inForce, repeated);
    List<Measure> measures = measures(section, inForce, repeated);
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    section.finish();
    return new OutcomeRules(small, outcomes, measures);
  }

  private static List<CrimeOutcome> outcomes(
      NodeReader section, LocalDate inForce, List<Problem> repeated) {
    List<CrimeOutcome> outcomes = new ArrayList<>();
    Uniqueness ids = new Uniqueness("outcome", repeated);
    Uniqueness codes = new Uniqueness("code", repeated);
    for (NodeReader item : section.someItems("outcomes", "the outcome")) {
      CrimeOutcome outcome =
          new CrimeOutcome(
              item.id(),
              item.text("code"),
              item.text("title"),
              item.word("ends", CrimeOutcome.Ends.WORDS, null),
              item.truth("suspect", null),
              item.since(inForce),
              item.text("source"),
              item.at());
      item.finish();
      ids.add(outcome.id(), outcome.at());
      codes.add(outcome.code(), outcome.at());
      outcomes.add(outcome);
    }
    return outcomes;
  }

  private static List<Measure> measures(
      NodeReader section, LocalDate inForce, List<Problem> repeated) {
    List<Measure> measures = new ArrayList<>();
    Uniqueness ids = new Uniqueness("measure", repeated);
    for (NodeReader item : section.items("measures", "the measure")) {
      Measure measure =
          new Measure(
              item.id(),
              item.text("version"),
              item.text("title"),
              item.word("against", Measure.Against.WORDS, null),
              item.text("statute"),
              item.text("says"),
              item.since(inForce),
              item.text("source"),
              item.at());
      item.finish();
      ids.add(measure.id(), measure.at());
      measures.add(measure);
    }
    return measures;
  }
}
