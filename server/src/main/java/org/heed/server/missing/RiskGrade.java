package org.heed.server.missing;

import org.heed.server.store.Coded;

/**
 * How an officer grades the risk to somebody who is missing, the most pressing first. What each
 * means and asks for is the rulebook's.
 */
public enum RiskGrade implements Coded {
  HIGH("High"),
  MEDIUM("Medium"),
  LOW("Low"),
  NONE_APPARENT("No apparent risk");

  private final String title;

  RiskGrade(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The grade with that code. */
  public static RiskGrade parse(String code) {
    return Coded.parse(values(), code, "grade");
  }
}
