package org.heed.server.inspection;

import org.heed.server.store.Coded;

/** By what the cases of a frame are put into strata. */
public enum StrataBy implements Coded {
  NOTHING("Nothing: all cases alike"),
  AREA("Area"),
  PROTECTION("Area of child protection: the first that the record shows"),
  KIND("What a case is for: a child, a group, a place"),
  RISK("How urgent a named officer holds it to be"),
  TEAM("Team");

  private final String title;

  StrataBy(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The one with that code. */
  public static StrataBy parse(String code) {
    return Coded.parse(values(), code, "strata");
  }
}
