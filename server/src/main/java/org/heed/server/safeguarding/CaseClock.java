package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.heed.clocks.Clock;
import org.heed.clocks.State;

/**
 * One standard's clock in a case, with the facts that decide and where each comes from.
 *
 * @param rulebook the full name of the rulebook whose standard it is
 * @param because in order of time
 * @param nearsFrom from when on the deadline is said to near
 * @param escalatesFrom from when on others are told that nothing shows it done
 * @param nears whether the deadline is said to near
 */
public record CaseClock(
    Clock clock,
    String rulebook,
    List<CaseFact> because,
    Optional<Instant> nearsFrom,
    Optional<Instant> escalatesFrom,
    boolean nears) {
  public CaseClock {
    because = List.copyOf(because);
  }

  /** What asks for something now before what does not; of those, the earliest deadline first. */
  static final Comparator<CaseClock> PRESSING =
      Comparator.comparingInt(CaseClock::rank)
          .thenComparing(one -> one.clock.deadline().orElse(Instant.MAX))
          .thenComparing(one -> one.clock.standard().id());

  private int rank() {
    return switch (clock.state()) {
      case BREACHED, NOT_EVIDENCED -> 0;
      case DUE -> 1;
      case LATE -> 2;
      case MET -> 3;
      case NOT_APPLICABLE -> 4;
    };
  }

  /** Whether somebody has to do or to record something. */
  public boolean isAsking() {
    return clock.state() == State.DUE || isPast();
  }

  /** Whether its moment has passed and nothing shows it done. */
  public boolean isPast() {
    return clock.state() == State.NOT_EVIDENCED || clock.state() == State.BREACHED;
  }

  /** Which clock of the case it is, by identifiers alone. */
  String about() {
    return clock.standard().id()
        + of().map(of -> ":" + of).orElse("")
        + child()
            .filter(_ -> !clock.standard().starts().each().isEmpty())
            .filter(child -> of().filter(child::equals).isEmpty())
            .map(child -> ":" + child)
            .orElse("");
  }

  /** What it belongs to, such as one missing episode, or else whose it is. */
  public Optional<String> of() {
    return clock.start().flatMap(start -> start.of().or(start::child));
  }

  /** The child whose it is, by their place in the case. */
  public Optional<String> child() {
    return clock.start().flatMap(start -> start.child());
  }

  /**
   * Whose it is and no other's of the same start: the suspect, where what started it names none, or
   * else the child, or what it belongs to.
   */
  public Optional<String> whose() {
    boolean ofThing =
        because.stream()
            .filter(fact -> clock.standard().starts().kinds().contains(fact.kind()))
            .allMatch(fact -> fact.of() == null);
    Optional<String> thing = clock.start().flatMap(start -> start.of());
    return thing.isPresent() && ofThing ? thing : child().or(() -> thing);
  }

  /** The standard and the state; the rest may be personal. */
  @Override
  public String toString() {
    return clock.toString();
  }
}
