package org.heed.server.sharing;

import java.time.Instant;

/**
 * One thing in a pack, as the agencies see it: what was left out is gone.
 *
 * @param source where it stands in the record
 * @param leftOut how many sentences were left out
 */
public record PackItem(Instant at, String text, String source, int leftOut) {
  /** Where it stands; the rest is personal. */
  @Override
  public String toString() {
    return "PackItem[" + source + "]";
  }
}
