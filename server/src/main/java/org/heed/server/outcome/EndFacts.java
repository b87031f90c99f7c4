package org.heed.server.outcome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.safeguarding.CaseFact;
import org.heed.server.safeguarding.CaseFactSource;
import org.heed.server.safeguarding.CaseScope;
import org.heed.server.store.KnownAt;
import org.springframework.stereotype.Component;

/**
 * That a crime ended in a charge or without action, as a dated fact of the cases that its report is
 * in: of the child whom it was against, where that child is in the case.
 */
@Component
public class EndFacts implements CaseFactSource {
  private final OutcomeStore store;

  public EndFacts(OutcomeStore store) {
    this.store = store;
  }

  @Override
  public Map<UUID, List<CaseFact>> facts(List<CaseScope> cases, KnownAt known) {
    List<UUID> reports = cases.stream().flatMap(one -> one.reports().stream()).distinct().toList();
    Map<UUID, List<OutcomeStore.Ended>> byReport = new HashMap<>();
    for (OutcomeStore.Ended one : store.ended(reports, known)) {
      byReport.computeIfAbsent(one.report(), _ -> new ArrayList<>()).add(one);
    }
    Map<UUID, List<CaseFact>> facts = new HashMap<>();
    for (CaseScope scope : cases) {
      for (UUID report : scope.reports()) {
        for (OutcomeStore.Ended one : byReport.getOrDefault(report, List.of())) {
          facts
              .computeIfAbsent(scope.id(), _ -> new ArrayList<>())
              .add(
                  new CaseFact(
                      one.charged() ? "suspect-charged" : "no-further-action",
                      one.at(),
                      null,
                      null,
                      "Outcome of crime " + one.number(),
                      scope.childOfMention(one.victim()).orElse(null)));
        }
      }
    }
    return facts;
  }
}
