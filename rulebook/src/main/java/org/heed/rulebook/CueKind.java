package org.heed.rulebook;

import java.util.Optional;

/** What a context word does to the findings it governs (after ConText, Harkema et al. 2009). */
public enum CueKind {
  /** Said not to be so. */
  NEGATED("negated"),
  /** Suspected, not known. */
  POSSIBLE("possible"),
  /** If, in case, planned, an exercise. */
  HYPOTHETICAL("hypothetical"),
  /** Talk about children or exploitation in general; shown as hypothetical. */
  GENERAL("general"),
  /** Before the matter reported. */
  HISTORICAL("historical"),
  /** Somebody said so. */
  REPORTED("reported"),
  /** Looks like a cue and is none. */
  PSEUDO("pseudo"),
  /** Ends the scope of cues before it. */
  TERMINATOR("terminator");

  private final String word;

  CueKind(String word) {
    this.word = word;
  }

  /** The word used in rulebooks and results. */
  public String word() {
    return word;
  }

  /** The kind of this word. */
  public static Optional<CueKind> find(String word) {
    return Words.find(values(), CueKind::word, word);
  }
}
