package org.heed.server.missing;

import org.heed.server.store.Coded;

/** How an officer grades the risk to somebody who is missing, the most pressing first. */
public enum RiskGrade implements Coded {
  HIGH("High", "Serious harm is very likely"),
  MEDIUM("Medium", "Harm is likely but not serious"),
  LOW("Low", "Harm is possible but minimal"),
  NONE_APPARENT("No apparent risk", "Nothing held says that there is a risk");

  private final String title;
  private final String says;

  RiskGrade(String title, String says) {
    this.title = title;
    this.says = says;
  }

  @Override
  public String title() {
    return title;
  }

  /** What it means. */
  public String says() {
    return says;
  }

  /** The grade with that code. */
  public static RiskGrade parse(String code) {
    return Coded.parse(values(), code, "grade");
  }
}
