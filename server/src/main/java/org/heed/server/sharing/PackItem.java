package org.heed.server.sharing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a pack, as the agencies see it: what was left out is gone.
 *
 * @param source where it stands in the record
 * @param leftOut how many sentences were left out
 * @param report in which it stands, once it is shared; null: elsewhere in the record
 */
public record PackItem(Instant at, String text, String source, int leftOut, @Nullable UUID report) {

  /** One to be shared. */
  public PackItem(Instant at, String text, String source, int leftOut) {
    this(at, text, source, leftOut, null);
  }

  /** Where it stands; the rest is personal. */
  @Override
  public String toString() {
    return "PackItem[" + source + "]";
  }
}
