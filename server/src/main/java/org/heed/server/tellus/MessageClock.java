package org.heed.server.tellus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heed.clocks.CaseFacts;
import org.heed.clocks.Clock;
import org.heed.clocks.Clocks;
import org.heed.clocks.Deadlines;
import org.heed.clocks.Fact;
import org.heed.rulebook.Area;
import org.heed.rulebook.HolidayCalendar;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Standard;
import org.heed.server.recognition.RulebookInForce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The clock of a message. Until somebody has read it nobody knows that no child in it is in danger,
 * so the standard for information on danger runs for every message from the moment it came.
 */
@Component
public class MessageClock {
  private static final String RECEIVED = "danger-received";
  private static final String DECIDED = "danger-triaged";

  private final RulebookInForce rulebook;

  public MessageClock(RulebookInForce rulebook) {
    this.rulebook = rulebook;
  }

  /**
   * The deadline of what comes now, and who says so.
   *
   * @param standard the standard with the rulebook that holds it
   */
  record Due(Instant at, String standard) {}

  /** By the rulebook in force; empty where it has no standard for it. */
  Optional<Due> due(@Nullable String area, Instant received) {
    String name = rulebook.name();
    return of(area, received, null, received)
        .flatMap(clock ->
            clock.deadline().map(at -> new Due(at, clock.standard().id() + " in " + name)));
  }

  /**
   * When people are told of the deadline of a message besides at its moment.
   *
   * @param nears from when on it nears
   * @param past from when on it is long past
   */
  record Stages(Instant nears, Instant past) {}

  /** Of one that came then; empty where the rulebook says nothing. */
  Optional<Stages> stages(@Nullable String area, Instant received) {
    return calendar(rulebook.rulebook(), area)
        .map(Deadlines::new)
        .flatMap(deadlines ->
            of(area, received, null, received)
                .flatMap(clock ->
                    clock
                        .escalatesFrom(deadlines)
                        .map(past ->
                            new Stages(clock.nearsFrom(deadlines).orElse(received), past))));
  }

  /** That of the message's area; of a message of none, the first. */
  private static Optional<HolidayCalendar> calendar(Rulebook rules, @Nullable String area) {
    return area == null ? rules.calendars().stream().findFirst() : rules.calendarOf(area);
  }

  /** How the clock of one that came then to an area stands now. */
  public Optional<Clock> of(
      @Nullable String area, Instant received, @Nullable Instant decided, Instant now) {
    Rulebook rules = rulebook.rulebook();
    Optional<String> nation =
        Optional.ofNullable(area).flatMap(rules::findArea).flatMap(Area::nation);
    Optional<Standard> standard =
        rules.standards().stream()
            .filter(one -> one.starts().kinds().contains(RECEIVED))
            .filter(one -> one.metBy().contains(DECIDED))
            .filter(one ->
                nation.isEmpty()
                    || one.applies().nations().isEmpty()
                    || one.applies().nations().contains(nation.get()))
            .findFirst();
    Optional<HolidayCalendar> calendar = calendar(rules, area);
    if (standard.isEmpty() || calendar.isEmpty()) {
      return Optional.empty();
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of(RECEIVED, received, 0));
    if (decided != null) {
      facts.add(Fact.of(DECIDED, decided, 0));
    }
    return new Clocks(List.of(standard.get()), calendar.get())
        .of(new CaseFacts(nation, List.of(), facts), now, 0).stream()
            .filter(one -> one.start().isPresent())
            .findFirst();
  }
}
