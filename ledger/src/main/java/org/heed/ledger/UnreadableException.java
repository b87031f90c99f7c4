package org.heed.ledger;

import java.io.Serial;

/**
 * A source holds something that cannot be an entry or a row, such as a word where a number is due.
 */
public final class UnreadableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final String entry;
  private final String says;

  /**
   * What cannot be read.
   *
   * @param entry position, or identifier if it has none
   * @param says table, row and column, never any content
   */
  public UnreadableException(Object entry, String says) {
    super("entry " + entry + ": " + says);
    this.entry = entry.toString();
    this.says = says;
  }

  String entry() {
    return entry;
  }

  String says() {
    return says;
  }
}
