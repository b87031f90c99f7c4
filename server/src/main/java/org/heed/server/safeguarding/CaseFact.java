package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.Optional;
import org.heed.clocks.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A dated fact of a case, for its clocks.
 *
 * @param kind as standards name it
 * @param of what it belongs to, such as one missing episode or a suspect; null: to all
 * @param reason why, where one is asked for, or null
 * @param from where it comes from, in words that name nobody, such as “Crime 2026/00A1”
 * @param child of the case whose it is, by their place in it; null: of no child, or of any
 * @param by who signs it with its reason, by name, where whoever works on the case is to know;
 *     null: nobody
 */
public record CaseFact(
    String kind,
    Instant at,
    @Nullable String of,
    @Nullable String reason,
    String from,
    @Nullable String child,
    @Nullable String by) {

  /** A fact that nobody signs. */
  public CaseFact(
      String kind,
      Instant at,
      @Nullable String of,
      @Nullable String reason,
      String from,
      @Nullable String child) {
    this(kind, at, of, reason, from, child, null);
  }

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
  CaseFact ofChild(String whose) {
    return new CaseFact(kind, at, of, reason, from, whose, by);
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
