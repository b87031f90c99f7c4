package org.heed.server.referral;

import java.time.Instant;

/**
 * A dated line of what is on record of a child.
 *
 * @param from where it stands: “Report NX/1”
 */
public record ChronologyLine(Instant at, String what, String from) {
  /** When; the rest is personal. */
  @Override
  public String toString() {
    return "ChronologyLine[" + at + "]";
  }
}
