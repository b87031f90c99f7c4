package org.heed.rulebook;

import java.util.Optional;

/** Whom a finding is about. */
public enum Subject {
  CHILD("child"),
  OTHER_CHILD("other-child"),
  ADULT("adult"),
  UNKNOWN("unknown");

  private final String word;

  Subject(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static Optional<Subject> find(String word) {
    return Words.find(values(), Subject::word, word);
  }
}
