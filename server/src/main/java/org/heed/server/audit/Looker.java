package org.heed.server.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * Someone who looked at one record.
 *
 * @param looks how often
 * @param changes how often they changed it
 */
public record Looker(
    UUID account, String name, long looks, long changes, Instant first, Instant last) {

  /** Names stay out of logs. */
  @Override
  public String toString() {
    return "Looker[" + account + "]";
  }
}
