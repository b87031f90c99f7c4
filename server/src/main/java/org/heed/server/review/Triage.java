package org.heed.server.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A report that a re-read newly prompted, put before somebody: open until a decision is made.
 *
 * @param reread the re-read, whose reading of the report says why
 * @param rulebook the rulebook it was read by
 * @param ask decision or look
 * @param owner who is to look at it; empty where nobody supervises its area
 * @param ownerName what they are called; blank where there is nobody
 * @param dueAt by when
 */
public record Triage(
    UUID report,
    String area,
    UUID reread,
    String rulebook,
    String ask,
    Optional<UUID> owner,
    String ownerName,
    Instant dueAt) {

  /** Why it is there, in a sentence. */
  public String reason() {
    return "Newly prompted by re-reading under " + rulebook + ".";
  }
}
