package org.heed.clocks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heed.rulebook.Standard;

/**
 * One standard's clock in one case.
 *
 * @param start the fact that started it, if any did, with the child whose clock it is
 * @param original the deadline as it was at the start: the last moment that is in time
 * @param deadline the same with the time added in which the clock stood still; empty while it does,
 *     and where nothing started it
 * @param because the facts that decide, in order of time
 * @param unreasoned whether somebody stopped it without a reason, which does not count
 */
public record Clock(
    Standard standard,
    Optional<Fact> start,
    Optional<Instant> original,
    Optional<Instant> deadline,
    State state,
    Why why,
    List<Fact> because,
    boolean unreasoned) {
  public Clock {
    because = List.copyOf(because);
  }

  /** How it is to be read: nobody breaches a default, or what was not held against its source. */
  public String reads() {
    return state == State.BREACHED && !standard.binds() ? "outside default" : state.word();
  }

  /** What it stands still for, while it does. */
  public Optional<Fact> stopped() {
    return why != Why.STANDS_STILL
        ? Optional.empty()
        : because.stream()
            .filter(fact ->
                standard.pauses().stream().anyMatch(pause -> pause.from().equals(fact.kind())))
            .findFirst()
            .or(() -> start);
  }

  /** From when on others are told that nothing shows it done. */
  public Optional<Instant> escalatesFrom(Deadlines deadlines) {
    return deadline.map(at -> deadlines.after(at, standard.escalate().after()));
  }

  /** From when on the deadline is said to near. */
  public Optional<Instant> nearsFrom(Deadlines deadlines) {
    return deadline.flatMap(at -> standard.warn().map(warn -> deadlines.before(at, warn)));
  }

  @Override
  public String toString() {
    return standard.id() + " " + state.word();
  }
}
