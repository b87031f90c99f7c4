package org.heed.server.safeguarding;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.clocks.CaseFacts;
import org.heed.clocks.Clocks;
import org.heed.clocks.Fact;
import org.heed.rulebook.Rulebook;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Holds standards against what is known of cases. Only inside {@link org.heed.server.store.Acts}.
 */
@Service
public class CaseClocks {
  private final RulebookInForce rulebook;
  private final List<CaseFactSource> sources;
  private final ChildRecords children;
  private final Clock clock;
  private volatile @Nullable Compiled compiled;

  public CaseClocks(
      RulebookInForce rulebook, List<CaseFactSource> sources, ChildRecords children, Clock clock) {
    this.rulebook = rulebook;
    this.sources = List.copyOf(sources);
    this.children = children;
    this.clock = clock;
  }

  private record Compiled(String of, Optional<Clocks> clocks) {}

  /**
   * How the clocks of a case stand at a moment.
   *
   * @param clocks the most pressing first
   * @param comes when the next fact comes to count that lies ahead, if one does
   */
  record Told(List<CaseClock> clocks, Optional<Instant> comes) {
    static final Told NOTHING = new Told(List.of(), Optional.empty());

    Told {
      clocks = List.copyOf(clocks);
    }

    /** Of a closed case: what asks for an answer and was started by one of these facts. */
    Told startedBy(List<CaseFact> facts) {
      Set<Fact> started = facts.stream().map(CaseFact::fact).collect(Collectors.toSet());
      return new Told(
          clocks.stream()
              .filter(one ->
                  one.isAsking()
                      && one.because().stream().map(CaseFact::fact).anyMatch(started::contains))
              .toList(),
          comes);
    }
  }

  /** What came to cases that is asked of closed ones too, such as an inspection's referral back. */
  Map<UUID, List<CaseFact>> cameBack(List<CaseScope> cases, KnownAt known) {
    Map<UUID, List<CaseFact>> all = new HashMap<>();
    for (CaseFactSource source : sources) {
      if (source.isOfClosedCases() && !cases.isEmpty()) {
        source
            .facts(cases, known)
            .forEach((id, some) -> all.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(some));
      }
    }
    return all;
  }

  /** The clocks of cases as known, the most pressing first; of those that were never asked, too. */
  public Map<UUID, List<CaseClock>> of(List<CaseScope> cases, KnownAt known) {
    Map<UUID, List<CaseClock>> clocks = new LinkedHashMap<>();
    told(cases, known, Optional.ofNullable(known.moment()).orElseGet(clock::instant))
        .forEach((id, told) -> clocks.put(id, told.clocks()));
    return clocks;
  }

  /** As the other, at a moment, with when facts that lie ahead come to count. */
  Map<UUID, Told> told(List<CaseScope> asked, KnownAt known, Instant now) {
    Optional<Clocks> standards = standards();
    if (asked.isEmpty() || standards.isEmpty()) {
      return Map.of();
    }
    List<CaseScope> cases = children.of(asked, known);
    Map<UUID, Map<Fact, CaseFact>> facts = new HashMap<>();
    for (CaseFactSource source : sources) {
      source
          .facts(cases, known)
          .forEach((id, some) -> {
            Map<Fact, CaseFact> of = facts.computeIfAbsent(id, _ -> new LinkedHashMap<>());
            some.forEach(fact -> of.putIfAbsent(fact.fact(), fact));
          });
    }
    Map<UUID, Told> told = new LinkedHashMap<>();
    for (CaseScope scope : cases) {
      Map<Fact, CaseFact> of = facts.getOrDefault(scope.id(), Map.of());
      told.put(
          scope.id(),
          new Told(
              clocks(standards.get(), scope, of, now),
              of.keySet().stream()
                  .map(Fact::at)
                  .filter(at -> at.isAfter(now))
                  .min(Comparator.naturalOrder())));
    }
    return told;
  }

  /** What is not finished of a case, besides its plan and its clocks. */
  List<OpenThing> open(CaseScope asked, KnownAt known, Instant now) {
    CaseScope scope = children.of(List.of(asked), known).getFirst();
    return sources.stream()
        .flatMap(source -> source.open(scope, known, now).stream())
        .distinct()
        .sorted(Comparator.comparing(OpenThing::kind))
        .toList();
  }

  private static List<CaseClock> clocks(
      Clocks standards, CaseScope scope, Map<Fact, CaseFact> facts, Instant now) {
    List<CaseClock> clocks = new ArrayList<>();
    CaseFacts given = new CaseFacts(Optional.empty(), scope.ages(), List.copyOf(facts.keySet()));
    for (org.heed.clocks.Clock one : standards.of(given, now, 0)) {
      Optional<Instant> nearsFrom = one.nearsFrom(standards.deadlines());
      clocks.add(
          new CaseClock(
              one,
              one.because().stream()
                  .flatMap(fact -> Optional.ofNullable(facts.get(fact)).stream())
                  .toList(),
              nearsFrom,
              nearsFrom.filter(from -> !now.isBefore(from)).isPresent()));
    }
    clocks.sort(CaseClock.PRESSING);
    return clocks;
  }

  /** Those of the rulebook in force, compiled once for each. */
  private Optional<Clocks> standards() {
    Rulebook now = rulebook.rulebook();
    String name = now.id().toString();
    Compiled before = compiled;
    if (before == null || !before.of().equals(name)) {
      before =
          new Compiled(
              name,
              now.calendars().stream()
                  .findFirst()
                  .map(calendar -> new Clocks(now.standards(), calendar)));
      compiled = before;
    }
    return before.clocks();
  }
}
