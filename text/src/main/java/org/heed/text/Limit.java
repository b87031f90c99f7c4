package org.heed.text;

/** What keeps a context word before a finding in its sentence from governing it. */
public enum Limit {
  /** A word that ends it, such as “but”. */
  TERMINATOR("terminator"),
  /** A semicolon, a dash. */
  CLAUSE("clause"),
  /** The end of a short line. */
  LINE("line"),
  /** A comma or a colon, at which denials end. */
  COMMA("comma"),
  /** More words between than it reaches over. */
  REACH("reach");

  private final String word;

  Limit(String word) {
    this.word = word;
  }

  /** The word used in results. */
  public String word() {
    return word;
  }
}
