package org.heed.clocks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heed.rulebook.Standard;

/**
 * Clocks by rulebooks that were in force one after another. Each clock runs under the one that was
 * in force when it started, and goes on under it whatever was adopted since. Where that has the
 * standard hold for later starts only, the one before says what holds until then.
 */
public final class Succession {
  private final List<Edition> editions;

  /**
   * One of the rulebooks.
   *
   * @param from when it came into force; of the first, whatever started before counts too
   * @param name its full name
   */
  public record Edition(Instant from, String name, Clocks clocks) {
    private Optional<Standard> find(String standard) {
      return clocks.standards().stream().filter(one -> one.id().equals(standard)).findFirst();
    }
  }

  /** A clock and the rulebook that it runs under. */
  public record Ran(Clock clock, Edition under) {}

  /** Those in force one after another, of which there is at least one. */
  public Succession(List<Edition> editions) {
    this.editions = List.copyOf(editions);
    if (editions.isEmpty()) {
      throw new IllegalArgumentException("no rulebook was ever in force");
    }
  }

  /** All clocks of a case; what nothing started is told of by the last rulebook alone. */
  public List<Ran> of(CaseFacts facts, Instant now, long position) {
    List<Ran> ran = new ArrayList<>();
    for (int i = 0; i < editions.size(); i++) {
      int own = i;
      boolean last = i == editions.size() - 1;
      Edition edition = editions.get(i);
      edition
          .clocks()
          .of(facts, now, position, (standard, start) -> under(standard.id(), start) == own)
          .stream()
          .filter(clock -> clock.start().isPresent() || (last && !runs(ran, clock)))
          .forEach(clock -> ran.add(new Ran(clock, edition)));
    }
    return ran;
  }

  private static boolean runs(List<Ran> ran, Clock none) {
    return ran.stream().anyMatch(one -> one.clock().standard().id().equals(none.standard().id()));
  }

  /** Which rulebook a start runs under; none where the one in force then had no such standard. */
  private int under(String standard, Fact start) {
    int in = 0;
    while (in + 1 < editions.size() && !editions.get(in + 1).from().isAfter(start.at())) {
      in++;
    }
    for (int i = in; i >= 0; i--) {
      Edition edition = editions.get(i);
      Optional<Standard> then = edition.find(standard);
      if (then.isEmpty()) {
        return -1;
      }
      if (!edition.clocks().deadlines().day(start.at()).isBefore(then.get().inForce())) {
        return i;
      }
    }
    return -1;
  }
}
