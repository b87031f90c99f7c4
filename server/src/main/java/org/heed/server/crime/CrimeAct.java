package org.heed.server.crime;

import java.util.Locale;

/** What happens to a crime. */
public enum CrimeAct {
  RECORDED("Recorded"),
  RECLASSIFIED("Reclassified"),
  CANCELLED("Cancelled"),
  REINSTATED("Reinstated"),
  /** Of one incident with a crime from another report, in which it is counted. */
  MERGED("Counted in another crime"),
  /** Said to be no part of a crime that the rules would count it in. */
  SEVERAL("Found to be a crime of its own");

  private final String title;

  CrimeAct(String title) {
    this.title = title;
  }

  /** Whether a crime no longer counts by itself after it. */
  public boolean takesOut() {
    return this == CANCELLED || this == MERGED;
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
