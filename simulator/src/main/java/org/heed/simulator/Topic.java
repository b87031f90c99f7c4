package org.heed.simulator;

/** What a report is truly about. */
public enum Topic {
  /** Child sexual exploitation. */
  EXPLOITATION("exploitation"),
  /** Other harm to a child: abuse in the family, criminal exploitation, harm by peers. */
  OTHER_HARM("other-harm"),
  /** A child missing for another reason. */
  CHILD_MISSING("child-missing"),
  /** Harmless, and worded much like exploitation. */
  LOOK_ALIKE("look-alike"),
  /** A child's welfare, without an indicator. */
  CHILD_WELFARE("child-welfare"),
  /** Everything else a force hears of. */
  ORDINARY("ordinary");

  private final String id;

  Topic(String id) {
    this.id = id;
  }

  /** The name used in files. */
  public String id() {
    return id;
  }
}
