package org.heed.server.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * Why someone opened a restricted report or case, in their own words.
 *
 * @param until when it closed to them again
 */
public record OpeningReason(UUID account, String name, Instant at, Instant until, String reason) {

  /** Reasons and names are personal. */
  @Override
  public String toString() {
    return "OpeningReason[" + account + "]";
  }
}
