package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.heed.clocks.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A dated fact of a case, for its clocks.
 *
 * @param kind as standards name it
 * @param of what it belongs to, such as a member of the case or one missing episode; null: to all
 * @param reason why, where one is asked for, or null
 * @param from where it comes from, in words that name nobody, such as “Crime 2026/00A1”
 * @param child whose it is, where standards count; null: of no child, or of any of them
 */
public record CaseFact(
    String kind,
    Instant at,
    @Nullable String of,
    @Nullable String reason,
    String from,
    @Nullable String child) {

  /** A fact that names no child. */
  public CaseFact(
      String kind, Instant at, @Nullable String of, @Nullable String reason, String from) {
    this(kind, at, of, reason, from, null);
  }

  /** A fact that belongs to all. */
  public static CaseFact of(String kind, Instant at, String from) {
    return new CaseFact(kind, at, null, null, from);
  }

  /** The same, of one child. */
  CaseFact ofChild(UUID whose) {
    return new CaseFact(kind, at, of, reason, from, whose.toString());
  }

  /** As the engine takes it: what was not known then is left out before. */
  Fact fact() {
    return new Fact(
        kind,
        at,
        Optional.ofNullable(of),
        Optional.ofNullable(child),
        Optional.ofNullable(reason),
        0,
        Long.MAX_VALUE);
  }

  /** Kind and time; the rest may be personal. */
  @Override
  public String toString() {
    return kind + " " + at;
  }
}
