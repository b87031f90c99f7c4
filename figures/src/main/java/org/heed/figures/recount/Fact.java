package org.heed.figures.recount;

import java.time.LocalDate;

/** Something that became known of a crime. */
public sealed interface Fact {
  /** Where in the ledger it became known. */
  long position();

  /** Recorded under an offence class. */
  record Recorded(long position, String offence) implements Fact {}

  /** Moved to another class. */
  record Reclassified(long position, String offence) implements Fact {}

  /** Cancelled: it stays on the record and counts no longer. */
  record Cancelled(long position) implements Fact {}

  /** Counts again after it was cancelled, or counted in another. */
  record Reinstated(long position) implements Fact {}

  /** Found to be of one incident with another crime; from here on it is counted there. */
  record Merged(long position) implements Fact {}

  /**
   * Decided to be child sexual exploitation.
   *
   * @param on the day of the decision
   * @param route what led to it: an officer, quality assurance, a prompt
   */
  record Flagged(long position, LocalDate on, String route) implements Fact {}

  /** Decided not to be. */
  record Unflagged(long position) implements Fact {}
}
