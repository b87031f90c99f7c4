package org.heed.server.outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.heed.server.safeguarding.CaseFact;
import org.heed.server.safeguarding.CaseFactSource;
import org.heed.server.safeguarding.CaseScope;
import org.heed.server.safeguarding.OpenThing;
import org.heed.server.store.KnownAt;
import org.springframework.stereotype.Component;

/** Notices, orders and closures as dated facts, so that their review has its clock in the case. */
@Component
public class MeasureFacts implements CaseFactSource {
  private final OutcomeStore store;

  public MeasureFacts(OutcomeStore store) {
    this.store = store;
  }

  @Override
  public Map<UUID, List<CaseFact>> facts(List<CaseScope> cases, KnownAt known) {
    Map<UUID, List<CaseFact>> facts = new HashMap<>();
    for (IssuedMeasure one : store.ofCases(cases.stream().map(CaseScope::id).toList(), known)) {
      facts.computeIfAbsent(one.caseFile(), _ -> new ArrayList<>()).addAll(of(one));
    }
    return facts;
  }

  @Override
  public List<OpenThing> open(CaseScope of, KnownAt known, Instant now) {
    return store.ofCases(List.of(of.id()), known).stream()
        .filter(one -> one.binds(now))
        .map(one ->
            new OpenThing(
                OpenThing.Kind.MEASURE,
                one.id().toString(),
                one.title() + " against " + one.whom() + ", in force",
                "/cases/" + of.id() + "/outcomes"))
        .toList();
  }

  /** What became of its crimes, and each notice, order or closure with its steps. */
  @Override
  public List<Told> told(CaseScope of, KnownAt known) {
    List<Told> told = new ArrayList<>();
    for (CrimeEnd crime : store.crimes(of.id())) {
      for (CrimeEnd.Given one : crime.given()) {
        told.add(
            new Told(
                one.givenAt(),
                "Outcome of crime " + crime.number() + ": " + one.title() + ". " + one.reason()));
      }
    }
    for (IssuedMeasure one : store.ofCases(List.of(of.id()), known)) {
      String which = one.title() + " against " + one.whom();
      told.add(new Told(one.issuedAt(), which + " issued. " + one.conditions()));
      for (IssuedMeasure.Step step : one.steps()) {
        told.add(
            new Told(
                step.at(),
                which + ": " + step.step().title().toLowerCase(Locale.UK) + ". " + step.says()));
      }
    }
    return told;
  }

  /** What one tells standards; that it runs out lies ahead until it does. */
  static List<CaseFact> of(IssuedMeasure measure) {
    String of = measure.id().toString();
    List<CaseFact> facts = new ArrayList<>();
    facts.add(new CaseFact("measure-issued", measure.issuedAt(), of, null, measure.title()));
    for (IssuedMeasure.Step step : measure.steps()) {
      if (step.step() == MeasureStep.REVIEWED) {
        facts.add(new CaseFact("measure-reviewed", step.at(), of, null, measure.title()));
      }
    }
    Instant ended = measure.endedAt().orElse(null);
    if (ended != null) {
      facts.add(new CaseFact("measure-ended", ended, of, null, measure.title()));
    }
    return facts;
  }
}
