package org.heed.server.destruction;

import org.heed.server.store.Coded;

/** What makes it lawful, or necessary, to destroy content. */
public enum Basis implements Coded {
  RETENTION_REVIEW("A review found that it need not be kept any longer for a policing purpose"),
  ERASURE("A request for erasure was upheld"),
  COURT_ORDER("A court or the Information Commissioner ordered it"),
  UNLAWFUL("It should never have been recorded, or is held without a lawful reason");

  private final String title;

  Basis(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The basis with that code. */
  public static Basis parse(String code) {
    return Coded.parse(values(), code, "basis");
  }
}
