package org.heed.server.network;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody decided about a group, with what was counted then.
 *
 * @param definition its id
 * @param version the definition's
 * @param rulebook that the definition stood in
 * @param confirmed whether it held by what was confirmed alone
 */
public record GroupDecision(
    UUID id,
    String definition,
    String version,
    String rulebook,
    GroupVerdict verdict,
    String reason,
    int suspects,
    int children,
    int reports,
    boolean confirmed,
    Instant at,
    String by) {
  /** The identifier only; the rest can be personal. */
  @Override
  public String toString() {
    return "GroupDecision[" + id + "]";
  }
}
