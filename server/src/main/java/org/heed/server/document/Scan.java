package org.heed.server.document;

import org.heed.server.store.Coded;

/** What a scanner said of a file. */
public enum Scan implements Coded {
  CLEAN("Scanned: nothing found"),
  INFECTED("Quarantined"),
  /** A scanner is set, and did not answer. */
  WAITING("Waits to be scanned"),
  /** None is set. */
  NOT_SCANNED("Not scanned");

  private final String title;

  Scan(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The one with a code. */
  static Scan parse(String code) {
    return Coded.parse(values(), code, "outcome");
  }
}
