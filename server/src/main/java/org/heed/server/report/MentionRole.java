package org.heed.server.report;

import java.util.Locale;

/** What a person is in one report. One person may be victim in one and suspect in another. */
public enum MentionRole {
  VICTIM("Victim"),
  SUBJECT("Child it is about"),
  SUSPECT("Suspect"),
  WITNESS("Witness"),
  PARENT_OR_CARER("Parent or carer"),
  REPORTING_PERSON("Reporting person"),
  ASSOCIATE("Associate"),
  OTHER("Other");

  private final String title;

  MentionRole(String title) {
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

  /** The role with that code. */
  public static MentionRole parse(String code) {
    for (MentionRole role : values()) {
      if (role.code().equals(code)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "role is one of victim, subject, suspect, witness, parent-or-carer, reporting-person,"
            + " associate, other");
  }
}
