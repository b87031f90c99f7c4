package org.heed.server.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A flag decision on the record.
 *
 * @param decidedBy who decided, where the asker may see it
 */
public record DecidedFlag(
    int seq,
    String decision,
    @Nullable String instead,
    String route,
    String reason,
    Instant decidedAt,
    Optional<UUID> decidedBy) {

  /** Without the reason, which is personal. */
  @Override
  public String toString() {
    return "DecidedFlag[" + seq + " " + decision + "]";
  }
}
