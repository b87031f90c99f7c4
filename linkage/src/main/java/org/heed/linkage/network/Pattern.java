package org.heed.linkage.network;

/**
 * What is looked for. Each counts something about one entity, and the more it counts the rarer it
 * is.
 */
public enum Pattern {
  /** Children at one place who were never in a report together. */
  PLACE_OF_CHILDREN(
      Part.PLACE, 3, "children at one place within half a year who are not otherwise connected"),
  /** Children harmed where one suspect is named. */
  SUSPECT_OF_CHILDREN(
      Part.SUSPECT, 2, "children within half a year in reports that name one suspect"),
  /** Missing episodes that speak of one place. */
  MISSING_AT_PLACE(Part.PLACE, 3, "missing episodes within half a year that speak of one place"),
  /** Children in reports that write one phone or account. */
  PHONE_PASSED_AROUND(
      Part.PHONE, 3, "children within half a year in reports that write one phone or account"),
  /** Reports about one child within half a year. */
  CHILD_ADDS_UP(Part.CHILD, 4, "separate reports about one child within half a year");

  /**
   * Of whom or what fewer reports speak, no count is rare, and looking there would but raise the
   * bar for all others.
   */
  static final int LEAST_REPORTS = 4;

  private final Part part;
  private final int least;
  private final String says;

  Pattern(Part part, int least, String says) {
    this.part = part;
    this.least = least;
    this.says = says;
  }

  /** Whose pattern it is. */
  public Part part() {
    return part;
  }

  /** The least that is worth a look. */
  public int least() {
    return least;
  }

  /** What is counted. */
  public String says() {
    return says;
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
