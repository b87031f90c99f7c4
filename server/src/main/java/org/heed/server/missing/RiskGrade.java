package org.heed.server.missing;

import java.util.Locale;

/** How an officer grades the risk to somebody who is missing, the most pressing first. */
public enum RiskGrade {
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

  /** As people see it. */
  public String title() {
    return title;
  }

  /** What it means. */
  public String says() {
    return says;
  }

  /** As the record has it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The grade with that code. */
  public static RiskGrade parse(String code) {
    for (RiskGrade grade : values()) {
      if (grade.code().equals(code)) {
        return grade;
      }
    }
    throw new IllegalArgumentException("a grade is high, medium, low or none-apparent");
  }
}
