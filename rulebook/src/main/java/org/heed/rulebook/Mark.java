package org.heed.rulebook;

import java.util.Optional;

/** What a finding can be besides plainly so. */
public enum Mark {
  NEGATED("negated"),
  POSSIBLE("possible"),
  HYPOTHETICAL("hypothetical"),
  HISTORICAL("historical"),
  REPORTED("reported"),
  QUOTED("quoted");

  private final String word;

  Mark(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static Optional<Mark> find(String word) {
    return Words.find(values(), Mark::word, word);
  }
}
