package org.heed.server.publication;

import org.heed.server.store.Coded;

/** Which of them are counted. */
public enum Definition implements Coded {
  /** All that is recorded. */
  ALL("All"),
  /** Those whose latest decision is that they are child sexual exploitation. */
  CSE_FLAGGED("Flagged as child sexual exploitation"),
  /** Those on which the rulebook asks a person for a decision or a look. */
  PROMPTED("Prompted by the rulebook");

  private final String title;

  Definition(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
