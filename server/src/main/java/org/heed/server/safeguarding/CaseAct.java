package org.heed.server.safeguarding;

/** What is done to a case as a whole. */
public enum CaseAct {
  OPENED("opened", "Opened"),
  CLOSURE_PROPOSED("closure-proposed", "Closure proposed"),
  CLOSURE_TAKEN_BACK("closure-taken-back", "Closure taken back"),
  CLOSED("closed", "Closed"),
  REOPENED("reopened", "Opened again");

  private final String code;
  private final String title;

  CaseAct(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /** As the record has it. */
  public String code() {
    return code;
  }

  /** As people read it. */
  public String title() {
    return title;
  }

  /** The act with that code. */
  public static CaseAct parse(String code) {
    for (CaseAct act : values()) {
      if (act.code.equals(code)) {
        return act;
      }
    }
    throw new IllegalArgumentException("no act is called “" + code + "”");
  }
}
