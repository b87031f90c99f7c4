package org.heed.text;

/** What parts two neighbouring words, from weak to strong. */
enum Break {
  /** A space, a comma, a bracket. */
  NONE,
  /** The end of a short line. */
  LINE,
  /** A semicolon or a dash. */
  CLAUSE,
  SENTENCE,
  PARAGRAPH;

  Break or(Break other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
