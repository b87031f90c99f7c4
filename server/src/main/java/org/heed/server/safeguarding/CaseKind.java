package org.heed.server.safeguarding;

import org.heed.server.store.Coded;

/** What a case is for. */
public enum CaseKind implements Coded {
  CHILD("A child"),
  GROUP("A group"),
  PLACE("A place");

  private final String title;

  CaseKind(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The kind with that code. */
  public static CaseKind parse(String code) {
    return Coded.parse(values(), code, "kind");
  }
}
