package org.heed.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a source holds it, with its place in the log and its rows.
 *
 * @param position from 0; the index of its leaf
 * @param entry its own fields
 * @param leafHash as stored beside it; null where none is kept
 * @param salt of the entry; null where it was destroyed or the entry has no rows
 * @param rows present and destroyed, in any order
 * @param commitments of its rows as stored beside it, which lets a fault be pinned to one row;
 *     empty where none are kept
 */
public record StoredEntry(
    long position,
    Entry entry,
    @Nullable Digest leafHash,
    @Nullable Salt salt,
    List<StoredRow> rows,
    List<RowCommitment> commitments) {

  public StoredEntry {
    rows = List.copyOf(rows);
    commitments = List.copyOf(commitments);
  }
}
