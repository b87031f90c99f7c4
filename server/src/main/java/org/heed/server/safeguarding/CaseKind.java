package org.heed.server.safeguarding;

/** What a case is for. */
public enum CaseKind {
  CHILD("child", "A child"),
  GROUP("group", "A group"),
  PLACE("place", "A place");

  private final String code;
  private final String title;

  CaseKind(String code, String title) {
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

  /** The kind with that code. */
  public static CaseKind parse(String code) {
    for (CaseKind kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("kind is one of child, group, place");
  }
}
