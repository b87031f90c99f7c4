package org.heed.server.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a report, whole.
 *
 * @param writtenAt when Heed learnt of it
 * @param author the name of who recorded it, or of the service; empty: not known
 * @param reason why it replaced the one before; null for the first
 */
public record ReportVersion(
    ReportFile file, Instant writtenAt, String author, @Nullable String reason) {

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "ReportVersion[" + file + "]";
  }
}
