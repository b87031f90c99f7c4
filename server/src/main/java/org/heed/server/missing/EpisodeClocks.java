package org.heed.server.missing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.clocks.CaseFacts;
import org.heed.clocks.Clocks;
import org.heed.clocks.Deadlines;
import org.heed.clocks.Fact;
import org.heed.clocks.State;
import org.heed.rulebook.Area;
import org.heed.rulebook.Limit;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Standard;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.safeguarding.CaseFact;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The standards on missing children, held against somebody's episodes. */
@Component
public class EpisodeClocks {
  private static final Set<String> STARTS = Set.of("child-missing", "missing-found");

  private final RulebookInForce rulebook;
  private final Clock clock;

  public EpisodeClocks(RulebookInForce rulebook, Clock clock) {
    this.rulebook = rulebook;
    this.clock = clock;
  }

  /**
   * How they stand now, of all episodes of one person; those that ask for nothing are left out.
   *
   * @param meetings when strategy meetings were held
   */
  public List<org.heed.clocks.Clock> of(
      List<Episode> episodes, @Nullable LocalDate born, List<Instant> meetings) {
    Instant now = clock.instant();
    Rulebook rules = rulebook.rulebook();
    List<Standard> standards =
        rules.standards().stream()
            .filter(one -> one.starts().kinds().stream().anyMatch(STARTS::contains))
            .toList();
    List<Fact> facts = new ArrayList<>();
    for (Episode episode : episodes) {
      for (CaseFact fact : MissingFacts.of(episode)) {
        facts.add(
            new Fact(
                fact.kind(),
                fact.at(),
                Optional.ofNullable(fact.of()),
                Optional.empty(),
                Optional.ofNullable(fact.reason()),
                0,
                Long.MAX_VALUE));
      }
    }
    CaseFacts.Child child = new CaseFacts.Child("", Optional.ofNullable(born));
    meetings.forEach(at -> facts.add(Fact.of("strategy-meeting-held", at, 0)));
    return episodes.stream()
        .map(Episode::area)
        .distinct()
        .flatMap(area -> of(rules, standards, area, episodes, new Held(child, facts), now))
        .toList();
  }

  private record Held(CaseFacts.Child child, List<Fact> facts) {}

  /** Those that an episode of one area started: by where it is, and by its days of work. */
  private static Stream<org.heed.clocks.Clock> of(
      Rulebook rules,
      List<Standard> standards,
      String area,
      List<Episode> episodes,
      Held held,
      Instant now) {
    Set<String> there =
        episodes.stream()
            .filter(one -> one.area().equals(area))
            .map(one -> one.id().toString())
            .collect(Collectors.toSet());
    CaseFacts given =
        new CaseFacts(
            rules.findArea(area).flatMap(Area::nation), List.of(held.child()), held.facts());
    return rules.calendarOf(area).stream()
        .flatMap(calendar -> new Clocks(standards, calendar).of(given, now, 0).stream())
        .filter(one -> one.state() != State.NOT_APPLICABLE)
        .filter(one -> one.start().flatMap(Fact::of).filter(there::contains).isPresent());
  }

  /**
   * When people are told of a deadline besides at its moment.
   *
   * @param nears from when on it nears; the deadline itself where the rulebook does not say
   * @param past from when on it is long past
   */
  record Stages(Instant nears, Instant past) {}

  /** By the days of work of the area whose episode started the clock. */
  Stages stages(org.heed.clocks.Clock one, String area, Instant due) {
    Optional<Deadlines> deadlines = rulebook.rulebook().calendarOf(area).map(Deadlines::new);
    return new Stages(
        deadlines.flatMap(one::nearsFrom).orElse(due),
        deadlines.flatMap(one::escalatesFrom).orElse(due));
  }

  /** How long ago somebody was reported missing of whose episode people are told now. */
  Instant toldSince(Instant now) {
    return since(rulebook, Limit.Of.EPISODE_TOLD, now);
  }

  /** The beginning of the first day that a limit of the rulebook in force reaches back to. */
  static Instant since(RulebookInForce rulebook, Limit.Of of, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Words.LONDON);
    return rulebook
        .rulebook()
        .limits()
        .of(of, today)
        .firstDay(today)
        .atStartOfDay(Words.LONDON)
        .toInstant();
  }

  /** In how many days repeat episodes ask for a meeting; empty where the rulebook asks for none. */
  OptionalInt repeatDays() {
    return rulebook.rulebook().standards().stream()
        .filter(one -> one.starts().times() > 1)
        .filter(one -> one.starts().kinds().stream().anyMatch(STARTS::contains))
        .mapToInt(one -> one.starts().withinDays())
        .max();
  }

  /** Whether repeat episodes ask for a meeting that is not evidenced. */
  public static boolean asksForMeeting(org.heed.clocks.Clock one) {
    return one.standard().starts().times() > 1
        && switch (one.state()) {
          case DUE, NOT_EVIDENCED, BREACHED -> true;
          case MET, LATE, NOT_APPLICABLE -> false;
        };
  }

  /** Those of one episode; what counts episodes together belongs to the one that made it so. */
  static List<org.heed.clocks.Clock> of(List<org.heed.clocks.Clock> all, UUID episode) {
    return all.stream()
        .filter(one -> one.start().flatMap(Fact::of).filter(episode.toString()::equals).isPresent())
        .toList();
  }
}
