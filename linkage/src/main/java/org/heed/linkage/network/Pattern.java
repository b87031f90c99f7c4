package org.heed.linkage.network;

/**
 * What is looked for. Each counts something about one entity, and the more it counts the rarer it
 * is.
 */
public enum Pattern {
  /** Children at one place who were never in a report together. */
  PLACE_OF_CHILDREN(Part.PLACE),
  /** Children harmed where one suspect is named. */
  SUSPECT_OF_CHILDREN(Part.SUSPECT),
  /** Missing episodes that speak of one place. */
  MISSING_AT_PLACE(Part.PLACE),
  /** Children in reports that write one phone or account. */
  PHONE_PASSED_AROUND(Part.PHONE),
  /** Reports about one child. */
  CHILD_ADDS_UP(Part.CHILD);

  private final Part part;

  Pattern(Part part) {
    this.part = part;
  }

  /** Whose pattern it is. */
  public Part part() {
    return part;
  }

  /** As the record has it. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The pattern with that code. */
  public static Pattern parse(String code) {
    for (Pattern pattern : values()) {
      if (pattern.code().equals(code)) {
        return pattern;
      }
    }
    throw new IllegalArgumentException("no pattern is called so");
  }
}
