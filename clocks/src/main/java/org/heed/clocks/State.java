package org.heed.clocks;

/** How a clock stands. */
public enum State {
  /** Done in time. */
  MET("met"),
  /** Done after the deadline. */
  LATE("late"),
  /** The deadline has passed and the record says that it was not done. */
  BREACHED("breached"),
  /** There is time left, or the clock stands still. */
  DUE("due"),
  /** The deadline has passed and the record does not say; neither met nor breached. */
  NOT_EVIDENCED("not evidenced"),
  /** It was never asked, or no longer. */
  NOT_APPLICABLE("not applicable");

  private final String word;

  State(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
