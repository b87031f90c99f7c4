package org.heed.rulebook;

/** A pattern could not be understood: what is wrong and the cure, without its place. */
final class PatternException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String cure;

  PatternException(String what, String cure) {
    super(what);
    this.cure = cure;
  }

  String what() {
    return String.valueOf(getMessage());
  }

  String cure() {
    return cure;
  }
}
