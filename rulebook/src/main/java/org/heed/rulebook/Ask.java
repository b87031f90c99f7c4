package org.heed.rulebook;

import java.util.Optional;

/** What a prompt asks of a person. */
public enum Ask {
  /** A flag decision, yes or no, with a reason. */
  DECISION("decision"),
  /** To look: something is there, not enough for a decision. */
  LOOK("look");

  private final String word;

  Ask(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static Optional<Ask> find(String word) {
    return Words.find(values(), Ask::word, word);
  }
}
