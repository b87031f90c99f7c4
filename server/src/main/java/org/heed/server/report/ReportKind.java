package org.heed.server.report;

import java.util.Locale;

/** What came in. */
public enum ReportKind {
  CRIME_REPORT("Crime report"),
  INTELLIGENCE("Intelligence"),
  MISSING_EPISODE("Missing episode"),
  REFERRAL("Referral");

  private final String title;

  ReportKind(String title) {
    this.title = title;
  }

  /** As people see it. */
  public String title() {
    return title;
  }

  /** As the record and the API have it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with that code. */
  public static ReportKind parse(String code) {
    for (ReportKind kind : values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "kind is one of crime-report, intelligence, missing-episode, referral");
  }
}
