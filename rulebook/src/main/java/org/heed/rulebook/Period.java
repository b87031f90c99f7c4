package org.heed.rulebook;

import java.util.Optional;

/** How long something may take. */
public record Period(int amount, Unit unit) {
  /** What a period is counted in. */
  public enum Unit {
    /** Time that has passed, whatever the clocks on the wall do. */
    MINUTES("minutes"),
    HOURS("hours"),
    /** Whole days behind the day of the start, to the end of the last; 0 is the same day. */
    DAYS("days"),
    /** Days of work behind the day of the start, to the end of the last. */
    WORKING_DAYS("working-days"),
    /** To the end of the day of the same number, or of the month's last. */
    MONTHS("months");

    private final String word;

    Unit(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    static Optional<Unit> find(String word) {
      return Words.find(values(), Unit::word, word);
    }
  }

  /** As it is written: “72 hours”. */
  @Override
  public String toString() {
    return amount + " " + unit.word();
  }
}
