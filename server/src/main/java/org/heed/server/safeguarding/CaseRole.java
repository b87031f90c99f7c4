package org.heed.server.safeguarding;

import java.util.stream.Stream;
import org.heed.server.store.Coded;

/** What somebody is in a case. */
public enum CaseRole implements Coded {
  CHILD("Child the case is about"),
  SIBLING("Brother or sister"),
  CHILD_AT_RISK("Another child at risk"),
  SUSPECT("Alleged perpetrator"),
  CARER("Parent or carer"),
  OTHER("Someone else");

  private final String title;

  CaseRole(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** Whether the case has to keep this person safe. */
  public boolean isChild() {
    return this == CHILD || this == SIBLING || this == CHILD_AT_RISK;
  }

  /** The codes of those whom a case has to keep safe. */
  public static String[] childCodes() {
    return Stream.of(values()).filter(CaseRole::isChild).map(CaseRole::code).toArray(String[]::new);
  }

  /** The role with that code. */
  public static CaseRole parse(String code) {
    return Coded.parse(values(), code, "role");
  }
}
