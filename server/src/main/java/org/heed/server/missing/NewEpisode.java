package org.heed.server.missing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is reported missing.
 *
 * @param report the reference of the report that told of it, or null
 */
public record NewEpisode(
    String area,
    @Nullable String report,
    @Nullable Instant lastSeenAt,
    Instant reportedAt,
    @Nullable String reportedBy,
    String circumstances) {
  /** The area only; the rest is personal. */
  @Override
  public String toString() {
    return "NewEpisode[" + area + "]";
  }
}
