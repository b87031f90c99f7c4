package org.heed.figures.recount;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heed.figures.RefusedInput;
import org.jspecify.annotations.Nullable;

/**
 * A crime and all that became known of it, by identifiers alone.
 *
 * @param crime its own identifier
 * @param report the report it was recorded from
 * @param area where
 * @param notice the route by which it came to notice
 * @param operation the linked operation it belongs to, null where it belongs to none
 * @param children identifiers of the children it was done to
 * @param suspects identifiers of those suspected
 * @param occurred the earliest day it can have happened, null where that is not known
 * @param reported the day someone told of it
 * @param recorded the day it was recorded
 * @param facts in the order in which they became known, its recording first
 */
public record History(
    String crime,
    String report,
    String area,
    String notice,
    @Nullable String operation,
    Set<String> children,
    Set<String> suspects,
    @Nullable LocalDate occurred,
    LocalDate reported,
    LocalDate recorded,
    List<Fact> facts) {

  public History {
    children = Set.copyOf(children);
    suspects = Set.copyOf(suspects);
    facts = List.copyOf(facts);
    RefusedInput.unless(
        !facts.isEmpty() && facts.getFirst() instanceof Fact.Recorded,
        "facts",
        "do not begin with the recording");
    for (int i = 1; i < facts.size(); i++) {
      RefusedInput.unless(
          facts.get(i - 1).position() <= facts.get(i).position(), "facts", "are out of order");
    }
  }

  /** How the crime stood at a position; empty where it was not known yet. */
  public Optional<Standing> at(long position) {
    Standing standing = null;
    for (Fact fact : facts) {
      if (fact.position() > position) {
        break;
      }
      standing = (standing == null ? new Standing("", false, false, null) : standing).after(fact);
    }
    return Optional.ofNullable(standing);
  }

  /** Whether it was reported so many days or more after it can have begun. */
  boolean reportedAfter(int days) {
    return occurred != null && !occurred.plusDays(days).isAfter(reported);
  }
}
