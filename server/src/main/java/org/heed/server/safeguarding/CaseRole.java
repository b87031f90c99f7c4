package org.heed.server.safeguarding;

/** What somebody is in a case. */
public enum CaseRole {
  CHILD("child", "Child the case is about"),
  SIBLING("sibling", "Brother or sister"),
  CHILD_AT_RISK("child-at-risk", "Another child at risk"),
  SUSPECT("suspect", "Alleged perpetrator"),
  CARER("carer", "Parent or carer"),
  OTHER("other", "Someone else");

  private final String code;
  private final String title;

  CaseRole(String code, String title) {
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

  /** Whether the case has to keep this person safe. */
  public boolean isChild() {
    return this == CHILD || this == SIBLING || this == CHILD_AT_RISK;
  }

  /** The role with that code. */
  public static CaseRole parse(String code) {
    for (CaseRole role : values()) {
      if (role.code.equals(code)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "role is one of child, sibling, child-at-risk, suspect, carer, other");
  }
}
