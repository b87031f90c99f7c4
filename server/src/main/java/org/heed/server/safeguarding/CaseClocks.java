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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.heed.clocks.CaseFacts;
import org.heed.clocks.Clocks;
import org.heed.clocks.Deadlines;
import org.heed.clocks.Fact;
import org.heed.clocks.Succession;
import org.heed.rulebook.Area;
import org.heed.rulebook.HolidayCalendar;
import org.heed.rulebook.Rulebook;
import org.heed.server.recognition.PastRulebooks;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.KnownAt;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Holds standards against what is known of cases. Only inside {@link org.heed.server.store.Acts}.
 */
@Service
public class CaseClocks {
  private final PastRulebooks rulebooks;
  private final List<CaseFactSource> sources;
  private final ChildRecords children;
  private final Clock clock;
  private final Map<String, Clocks> compiled = new ConcurrentHashMap<>();

  @Autowired
  public CaseClocks(
      PastRulebooks rulebooks, List<CaseFactSource> sources, ChildRecords children, Clock clock) {
    this.rulebooks = rulebooks;
    this.sources = List.copyOf(sources);
    this.children = children;
    this.clock = clock;
  }

  /** By the rulebook in force alone. */
  public CaseClocks(
      RulebookInForce rulebook, List<CaseFactSource> sources, ChildRecords children, Clock clock) {
    this(PastRulebooks.only(rulebook), sources, children, clock);
  }

  /**
   * By what the clocks of an area run.
   *
   * @param nation where it is, if a rulebook says so
   */
  private record Rules(Succession standards, Optional<String> nation) {}

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
    if (asked.isEmpty()) {
      return Map.of();
    }
    List<PastRulebooks.Term> terms = rulebooks.known(known, now);
    Map<String, Optional<Rules>> byArea = new HashMap<>();
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
      Optional<Rules> rules = byArea.computeIfAbsent(scope.area(), area -> rules(terms, area));
      if (rules.isEmpty()) {
        continue;
      }
      told.put(
          scope.id(),
          new Told(
              clocks(rules.get(), scope, of, now),
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
      Rules rules, CaseScope scope, Map<Fact, CaseFact> facts, Instant now) {
    List<CaseClock> clocks = new ArrayList<>();
    CaseFacts given = new CaseFacts(rules.nation(), scope.ages(), List.copyOf(facts.keySet()));
    for (Succession.Ran ran : rules.standards().of(given, now, 0)) {
      org.heed.clocks.Clock one = ran.clock();
      Deadlines deadlines = ran.under().clocks().deadlines();
      Optional<Instant> nearsFrom = one.nearsFrom(deadlines);
      clocks.add(
          new CaseClock(
              one,
              ran.under().name(),
              one.because().stream()
                  .flatMap(fact -> Optional.ofNullable(facts.get(fact)).stream())
                  .toList(),
              nearsFrom,
              one.escalatesFrom(deadlines),
              nearsFrom.filter(from -> !now.isBefore(from)).isPresent()));
    }
    clocks.sort(CaseClock.PRESSING);
    return clocks;
  }

  /** What holds in an area: its nation by the last rulebook, its calendar by each. */
  private Optional<Rules> rules(List<PastRulebooks.Term> terms, String area) {
    List<Succession.Edition> editions = new ArrayList<>();
    Optional<String> nation = Optional.empty();
    for (PastRulebooks.Term term : terms) {
      Rulebook rulebook = term.rulebook();
      nation = rulebook.findArea(area).flatMap(Area::nation);
      rulebook
          .calendarOf(area)
          .ifPresent(calendar ->
              editions.add(
                  new Succession.Edition(
                      term.from(), rulebook.id().toString(), compiled(rulebook, calendar))));
    }
    return editions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Rules(new Succession(editions), nation));
  }

  private Clocks compiled(Rulebook rulebook, HolidayCalendar calendar) {
    return compiled.computeIfAbsent(
        rulebook.id() + " " + calendar.id(), _ -> new Clocks(rulebook.standards(), calendar));
  }
}
