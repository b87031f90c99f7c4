package org.heed.rulebook;

/**
 * How many reports in a thousand go before a reviewer by chance, so that what prompts and flags
 * miss can be estimated.
 *
 * @param unprompted of those that nothing prompts and nobody flagged
 * @param flagged of those that are flagged
 */
public record Draws(int unprompted, int flagged) {
  /** Where a rulebook says nothing of it: one in fifty, and one in ten. */
  public static final Draws USUAL = new Draws(20, 100);

  /** The most, which is all of them. */
  static final int ALL = 1000;

  /** The chance of a report that nothing prompts. */
  public double chanceUnprompted() {
    return (double) unprompted / ALL;
  }

  /** The chance of a flagged report. */
  public double chanceFlagged() {
    return (double) flagged / ALL;
  }
}
