package org.heed.server.missing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.safeguarding.CaseFact;
import org.heed.server.safeguarding.CaseFactSource;
import org.heed.server.safeguarding.CaseScope;
import org.heed.server.store.KnownAt;
import org.springframework.stereotype.Component;

/** Missing episodes as dated facts, for the clocks of a case of a child who was missing. */
@Component
public class MissingFacts implements CaseFactSource {
  private final MissingStore store;

  public MissingFacts(MissingStore store) {
    this.store = store;
  }

  @Override
  public Map<UUID, List<CaseFact>> facts(List<CaseScope> cases, KnownAt known) {
    Set<UUID> people = new LinkedHashSet<>();
    cases.forEach(one -> people.addAll(one.children()));
    if (people.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<CaseFact>> byPerson = new HashMap<>();
    for (Episode episode : store.of(people, known)) {
      byPerson.computeIfAbsent(episode.person(), _ -> new ArrayList<>()).addAll(of(episode));
    }
    Map<UUID, List<CaseFact>> facts = new HashMap<>();
    for (CaseScope one : cases) {
      List<CaseFact> all = new ArrayList<>();
      one.children().forEach(child -> all.addAll(byPerson.getOrDefault(child, List.of())));
      if (!all.isEmpty()) {
        facts.put(one.id(), all);
      }
    }
    return facts;
  }

  /** What an episode tells standards, each fact belonging to it. */
  static List<CaseFact> of(Episode episode) {
    String of = episode.id().toString();
    String from = "Missing episode";
    List<CaseFact> facts = new ArrayList<>();
    facts.add(new CaseFact("child-missing", episode.reportedAt(), of, null, from));
    for (Episode.Graded graded : episode.grades()) {
      facts.add(new CaseFact("missing-risk-graded", graded.at(), of, null, from));
    }
    episode
        .found()
        .ifPresent(found -> facts.add(new CaseFact("missing-found", found.at(), of, null, from)));
    for (Interview interview : episode.interviews()) {
      facts.add(new CaseFact(interview.fact(), interview.at(), of, interview.tried(), from));
    }
    return facts;
  }
}
