package org.heed.server.disclosure;

import org.heed.server.store.Coded;

/** What a paper is. */
public enum PaperKind implements Coded {
  PACK("Case pack"),
  /** MG6C of the Manual of Guidance: it goes to the defence. */
  UNUSED("Schedule of non-sensitive unused material (MG6C)"),
  /** MG6D: it goes to the prosecutor alone. */
  SENSITIVE("Schedule of sensitive material (MG6D)"),
  /** An answer to somebody who asked what is held about them. */
  HELD("What is held about a person");

  private final String title;

  PaperKind(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
