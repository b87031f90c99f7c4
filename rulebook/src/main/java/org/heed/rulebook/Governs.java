package org.heed.rulebook;

import java.util.Optional;

/** On which side of a context word the findings stand that it governs. */
public enum Governs {
  FOLLOWING("following"),
  PRECEDING("preceding"),
  BOTH("both");

  private final String word;

  Governs(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static Optional<Governs> find(String word) {
    return Words.find(values(), Governs::word, word);
  }
}
