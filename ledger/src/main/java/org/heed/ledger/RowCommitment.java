package org.heed.ledger;

/**
 * The salted hash that stands for a row after its content may be gone.
 *
 * @param ordinal the row's number in its entry, from 0 across all fact tables
 * @param table where the row is or was
 * @param digest see {@link Commitment#ofRow}
 */
public record RowCommitment(int ordinal, String table, Digest digest) {

  public RowCommitment {
    FactTable.checkName(table);
  }
}
