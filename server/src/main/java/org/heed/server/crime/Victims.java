package org.heed.server.crime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heed.server.report.NewMention;
import org.jspecify.annotations.Nullable;

/**
 * Which mentions of a report stand for somebody whom a crime of the report counts already. An
 * amended report names its people anew: they are the same where they are said to be one person, or,
 * where that is not said of both, where the one mention says word for word, or by the source's key,
 * who the other is, and no other mention of either version does.
 */
final class Victims {
  private final List<Named> all;

  Victims(List<Named> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Somebody a version of the report speaks of.
   *
   * @param person whom the mention is said to mean; null while nobody is
   * @param crime whether a crime counts this mention as victim
   */
  record Named(UUID mention, int version, NewMention said, @Nullable UUID person, boolean crime) {
    /** The mention only; the rest is personal. */
    @Override
    public String toString() {
      return "Named[" + mention + "]";
    }
  }

  /** The mentions, of every version, whose person has a crime of this report. */
  Set<UUID> counted() {
    Set<UUID> counted = new HashSet<>();
    for (Named victim : all) {
      if (victim.crime()) {
        all.stream().filter(other -> isSame(victim, other)).forEach(o -> counted.add(o.mention()));
      }
    }
    return counted;
  }

  /** Whether two mentions are of the same person. */
  boolean isSame(UUID one, UUID other) {
    return one.equals(other)
        || all.stream()
            .filter(named -> named.mention().equals(one))
            .anyMatch(named ->
                all.stream()
                    .filter(again -> again.mention().equals(other))
                    .anyMatch(again -> isSame(named, again)));
  }

  /** Whether any version of the report speaks of it. */
  boolean has(UUID mention) {
    return all.stream().anyMatch(named -> named.mention().equals(mention));
  }

  private boolean isSame(Named one, Named other) {
    if (one.mention().equals(other.mention())) {
      return true;
    }
    if (one.person() != null && other.person() != null) {
      return one.person().equals(other.person());
    }
    return one.version() != other.version() && alone(one, other) && alone(other, one);
  }

  /** Whether the one says the same as the other, and nobody else of its version does. */
  private boolean alone(Named one, Named other) {
    return one.said().saysSameAs(other.said())
        && all.stream()
                .filter(named -> named.version() == one.version())
                .filter(named -> named.said().saysSameAs(other.said()))
                .count()
            == 1;
  }
}
