package org.heed.server.inspection;

import org.heed.server.store.Coded;

/**
 * Areas of child protection as inspectors sample them, in the order in which the first that a
 * case's record shows is the one that it counts in.
 */
public enum ProtectionArea implements Coded {
  SEX_OFFENDER_MANAGEMENT("Sex offender management"),
  ONLINE("Online"),
  CHILD_SEXUAL_EXPLOITATION("Child sexual exploitation"),
  CHILD_CRIMINAL_EXPLOITATION("Child criminal exploitation"),
  MISSING("Missing"),
  CHILD_SEXUAL_ABUSE("Child sexual abuse");

  private final String title;

  ProtectionArea(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
