package org.heed.ledger;

/**
 * What an entry says of its rows: how many there are, and one digest over their commitments.
 *
 * @param rows number of rows, numbered from 0 across all fact tables
 * @param digest see {@link Commitment#content}
 */
public record Content(int rows, Digest digest) {

  public Content {
    if (rows < 0) {
      throw new IllegalArgumentException("an entry cannot have " + rows + " rows");
    }
  }
}
