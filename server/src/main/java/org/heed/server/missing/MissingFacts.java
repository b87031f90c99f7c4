package org.heed.server.missing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.safeguarding.CaseFact;
import org.heed.server.safeguarding.CaseFactSource;
import org.heed.server.safeguarding.CaseScope;
import org.heed.server.safeguarding.ChildFacts;
import org.heed.server.safeguarding.OpenThing;
import org.heed.server.store.KnownAt;
import org.heed.server.web.Words;
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
    return ChildFacts.of(
        cases, children -> store.of(children, known), Episode::person, MissingFacts::of);
  }

  @Override
  public List<OpenThing> open(CaseScope of, KnownAt known, Instant now) {
    List<OpenThing> open = new ArrayList<>();
    for (Episode one : store.of(of.children(), known)) {
      String which = " of " + Words.date(one.reportedAt());
      if (one.found().isEmpty()) {
        open.add(
            new OpenThing(
                OpenThing.Kind.EPISODE,
                one.id().toString(),
                "Missing episode" + which + ": not found",
                "/missing/" + one.id()));
      } else {
        for (Interview.Kind kind : Interview.Kind.values()) {
          if (one.interview(kind).isEmpty()) {
            open.add(
                new OpenThing(
                    OpenThing.Kind.INTERVIEW,
                    one.id() + "/" + kind.code(),
                    kind.title() + " after the missing episode" + which,
                    "/missing/" + one.id()));
          }
        }
      }
    }
    return open;
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
    episode.interviews().stream()
        .filter(Interview::counts)
        .map(one -> new CaseFact(one.fact(), one.at(), of, one.tried(), from))
        .forEach(facts::add);
    return facts;
  }
}
