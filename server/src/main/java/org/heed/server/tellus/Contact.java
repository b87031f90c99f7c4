package org.heed.server.tellus;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The safe way to make contact with whoever told what is on a report, or belongs to it.
 *
 * @param reference the message's
 * @param told the report that has its words
 * @param at when it was told
 */
public record Contact(
    UUID message,
    String reference,
    UUID told,
    String how,
    @Nullable String to,
    @Nullable String when,
    @Nullable String care,
    Instant at) {
  /** The message only; the rest is personal. */
  @Override
  public String toString() {
    return "Contact[" + message + "]";
  }
}
