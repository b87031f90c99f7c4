package org.heed.server.destruction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a report was destroyed. What it held is gone.
 *
 * @param reference which it was, for those who could have read it; else null
 * @param reason why it was proposed, likewise
 * @param decisionReason why it was approved, likewise
 */
public record DestroyedReport(
    UUID destruction,
    Instant at,
    Basis basis,
    String proposedBy,
    String decidedBy,
    @Nullable String reference,
    @Nullable String area,
    @Nullable String reason,
    @Nullable String decisionReason) {

  /** The identifier only: reasons are typed by people. */
  @Override
  public String toString() {
    return "DestroyedReport[" + destruction + "]";
  }
}
