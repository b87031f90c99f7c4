package org.heed.ledger;

import java.util.UUID;

/** Something a source holds that has no place in the log. */
public sealed interface Unplaced {

  /** A row whose entry does not exist. */
  record Row(String table, UUID entry, int ordinal) implements Unplaced {}

  /** An entry that waits to be sequenced: its transaction is newer than what is settled. */
  record Pending(UUID entry) implements Unplaced {}

  /** An entry that has no position although what was committed before and after it has. */
  record Skipped(UUID entry) implements Unplaced {}
}
