package org.heed.server.inspection;

import java.time.Instant;
import java.util.UUID;

/**
 * A case referred back because a child may be at continuing risk.
 *
 * @param account who referred it back, called {@code by}
 */
public record ReferredBack(
    UUID inspection, UUID caseFile, String reason, UUID account, String by, Instant at) {
  /** The case and the moment; the reason is personal. */
  @Override
  public String toString() {
    return "ReferredBack[" + caseFile + ", " + at + "]";
  }
}
