package org.heed.server.crime;

import java.util.Locale;

/** What happens to a crime. */
public enum CrimeAct {
  RECORDED("Recorded"),
  RECLASSIFIED("Reclassified"),
  CANCELLED("Cancelled"),
  REINSTATED("Reinstated");

  private final String title;

  CrimeAct(String title) {
    this.title = title;
  }

  /** As people see it. */
  public String title() {
    return title;
  }

  /** As the record has it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The act with that code. */
  public static CrimeAct parse(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
