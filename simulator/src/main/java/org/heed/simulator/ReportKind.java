package org.heed.simulator;

/** What came in. */
public enum ReportKind {
  /** An allegation or discovery of crime. */
  CRIME("crime"),
  /** Graded intelligence. */
  INTELLIGENCE("intelligence"),
  /** A missing episode. */
  MISSING("missing"),
  /** A referral from a school, health, a charity, another agency or the public. */
  REFERRAL("referral");

  private final String id;

  ReportKind(String id) {
    this.id = id;
  }

  /** The name used in files. */
  public String id() {
    return id;
  }
}
