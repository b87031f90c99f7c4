package org.heed.rulebook;

import java.util.Optional;

/** What a concept is evidence of. The first three are never mixed into one list or total. */
public enum Family {
  /** Harm happened or is happening. */
  HARM("harm"),
  /** What an adult, a group or a venue does. */
  EXPLOITER_OR_PLACE("exploiter-or-place"),
  /** What makes a child easier to exploit, or may come of exploitation. */
  VULNERABILITY("vulnerability"),
  /** An age in words or figures. */
  AGE("age"),
  /** Building blocks for prompts that say nothing by themselves. */
  OTHER("other");

  private final String word;

  Family(String word) {
    this.word = word;
  }

  /** The word used in rulebooks and results. */
  public String word() {
    return word;
  }

  /** The family of this word. */
  public static Optional<Family> find(String word) {
    return Words.find(values(), Family::word, word);
  }
}
