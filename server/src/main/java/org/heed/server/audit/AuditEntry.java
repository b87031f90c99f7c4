package org.heed.server.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log as an auditor sees it.
 *
 * @param actor the account that acted
 * @param name how the person is called; the account's identifier where it is gone
 * @param changed whether it brought facts; otherwise it was a look
 * @param records identifiers of what it concerned or showed
 * @param purpose why, a word of a fixed list
 * @param position its place in the tree; null while it waits
 * @param takenFrom the log from whose export it was taken back; null where it was made here
 */
public record AuditEntry(
    UUID id,
    Instant at,
    UUID actor,
    String name,
    String kind,
    boolean changed,
    List<UUID> records,
    @Nullable String purpose,
    @Nullable Long position,
    @Nullable String takenFrom) {

  public AuditEntry {
    records = List.copyOf(records);
  }

  /** The kind in words: {@code report.opened} is "Report opened". */
  public String words() {
    String text = kind.replace('.', ' ').replace('-', ' ').replace('_', ' ');
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Names stay out of logs. */
  @Override
  public String toString() {
    return "AuditEntry[" + id + "]";
  }
}
