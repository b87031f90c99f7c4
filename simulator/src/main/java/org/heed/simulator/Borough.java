package org.heed.simulator;

/** The eight boroughs of the invented force area. */
public enum Borough {
  /** Alder Vale. */
  AV("Alder Vale", 0.11),
  /** Brackenford. */
  BR("Brackenford", 0.17),
  /** Castlemere. */
  CM("Castlemere", 0.14),
  /** Dunwell. */
  DW("Dunwell", 0.10),
  /** Eastholme. */
  EH("Eastholme", 0.15),
  /** Fernley. */
  FN("Fernley", 0.08),
  /** Greyport. */
  GP("Greyport", 0.16),
  /** Harrowick. */
  HW("Harrowick", 0.09);

  private final String title;
  private final double share;

  Borough(String title, double share) {
    this.title = title;
    this.share = share;
  }

  /** The name in words. */
  public String title() {
    return title;
  }

  /** Share of the force's population; the eight add up to one. */
  public double share() {
    return share;
  }
}
