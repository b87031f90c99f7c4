package org.heed.figures.disclosure;

import org.heed.figures.RefusedInput;

/**
 * Which counts are too small to publish.
 *
 * @param hideBelow counts from 1 up to but not including this are hidden
 * @param hideZero whether nought is hidden too
 */
public record Rule(long hideBelow, boolean hideZero) {
  public Rule {
    RefusedInput.unless(hideBelow >= 1, "rule.hide_below", "must be at least 1");
  }

  boolean hides(long count) {
    return count < hideBelow && (count > 0 || hideZero);
  }

  /** The least count that it hides. */
  long least() {
    return hideZero ? 0 : 1;
  }

  /** The greatest count that it hides. */
  long most() {
    return hideBelow - 1;
  }
}
