package org.heed.server.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposed release and what was decided on it.
 *
 * @param by who proposed it, by the name people see
 * @param decision null while it waits
 */
public record ReleaseStanding(
    String id,
    String title,
    String publisher,
    Instant knownAt,
    int tables,
    UUID proposer,
    String by,
    Instant at,
    @Nullable Decision decision) {

  /**
   * What was decided.
   *
   * @param signed whether it may be published
   * @param by who decided, by the name people see
   */
  public record Decision(boolean signed, String reason, String by, Instant at) {}

  /** Whether it may be published. */
  public boolean signed() {
    return decision != null && decision.signed();
  }

  /** Whether somebody said that it may not. */
  public boolean declined() {
    return decision != null && !decision.signed();
  }
}
