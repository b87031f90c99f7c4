package org.heed.rulebook;

/** A mistake in a rulebook: where it is, what is wrong, and how to put it right. */
public record Problem(Where at, String what, String cure) {

  @Override
  public String toString() {
    return at + ": " + what + ". " + cure + ".";
  }
}
