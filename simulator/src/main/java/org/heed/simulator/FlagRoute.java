package org.heed.simulator;

/** What led to a flag decision. */
public enum FlagRoute {
  /** The officer in the case, unprompted. */
  OFFICER("officer"),
  /** Quality assurance or an audit, later. */
  QUALITY_ASSURANCE("quality-assurance"),
  /** A prompt by software. */
  PROMPT("prompt");

  private final String id;

  FlagRoute(String id) {
    this.id = id;
  }

  /** The name used in files. */
  public String id() {
    return id;
  }
}
