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
  CHILD_ADDS_UP(Part.CHILD),
  /**
   * Reports about children at one place that crowd together in time. The greatest count of any
   * window is a scan statistic (Naus 1965); dealing reports with their days to places is the
   * space-time permutation of Kulldorff and others (2005), in which both how often a place and how
   * often a day is spoken of are kept.
   */
  CLUSTER_AT_PLACE(Part.PLACE),
  /** Reports of one place that name suspects of two known groups or more. */
  BRIDGE_AT_PLACE(Part.PLACE),
  /** The same of reports that write one phone or account. */
  BRIDGE_BY_PHONE(Part.PHONE),
  /** The same of reports that name one suspect; of a known group's own, those with another's. */
  BRIDGE_BY_SUSPECT(Part.SUSPECT);

  private final Part part;

  Pattern(Part part) {
    this.part = part;
  }

  /** Whose pattern it is. */
  public Part part() {
    return part;
  }

  /**
   * Whether it connects known groups. Only what touches one is looked at then, and held against
   * chance that touches one too.
   */
  public boolean isBridge() {
    return this == BRIDGE_AT_PLACE || this == BRIDGE_BY_PHONE || this == BRIDGE_BY_SUSPECT;
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
