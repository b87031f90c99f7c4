package org.heed.server.person;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the source of a network file says of two people whom it names. It joins nobody: who they are
 * is for people to say.
 *
 * @param says as the file has it
 * @param confirmed as the file has it
 * @param at when it was imported
 */
public record Tie(
    UUID id, End from, End to, String says, boolean confirmed, String source, Instant at) {

  /**
   * One of the two.
   *
   * @param person whom somebody said the mention means
   * @param reference of the report that names them
   */
  public record End(
      UUID mention, String name, @Nullable UUID person, UUID report, String reference) {
    /** Whether it is said to mean one of some people. */
    public boolean isOf(Set<UUID> people) {
      return person != null && people.contains(person);
    }

    /** The mention alone. */
    @Override
    public String toString() {
      return "End[" + mention + "]";
    }
  }

  /** Nothing but the identifier: the rest is personal. */
  @Override
  public String toString() {
    return "Tie[" + id + "]";
  }
}
