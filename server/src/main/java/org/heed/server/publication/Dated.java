package org.heed.server.publication;

import org.heed.server.store.Coded;

/** The clock that places something in a period. They are never mixed. */
public enum Dated implements Coded {
  /** When it happened; the earliest moment, where it is not known to the day. */
  OCCURRED("When it happened"),
  /** When someone told the force. */
  REPORTED("When it was reported"),
  /** When the force recorded it; of a crime, when the crime was recorded. */
  RECORDED("When it was recorded"),
  /** When the decision in force was taken. */
  FLAGGED("When it was flagged");

  private final String title;

  Dated(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
