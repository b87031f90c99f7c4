package org.heed.server.safeguarding;

import org.heed.server.store.Coded;

/** What is done to a case as a whole. */
public enum CaseAct implements Coded {
  OPENED("Opened"),
  CLOSURE_PROPOSED("Closure proposed"),
  CLOSURE_TAKEN_BACK("Closure taken back"),
  CLOSED("Closed"),
  REOPENED("Opened again");

  private final String title;

  CaseAct(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The act with that code. */
  public static CaseAct parse(String code) {
    return Coded.parse(values(), code, "act");
  }
}
