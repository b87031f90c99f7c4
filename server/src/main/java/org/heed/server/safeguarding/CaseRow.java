package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case in a list. */
public record CaseRow(
    UUID id,
    String number,
    CaseKind kind,
    String area,
    String subject,
    Instant openedAt,
    CaseAct standing,
    @Nullable UUID owner,
    String ownerName,
    String team) {
  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "CaseRow[" + id + "]";
  }
}
