package org.heed.server.publication;

import org.heed.server.store.Coded;

/**
 * One thing changed at a time in splitting a change. Those with a bit are in or out: records that
 * have the feature count only once their step is taken.
 */
public enum Step implements Coded {
  /** From what was known when each period ended to what is known now. */
  LATER("Became known after each period had ended", 0),
  /** From reports to the unit asked for. */
  UNIT("Counted in another unit than reports", 0),
  /** Crimes that have been cancelled, out. */
  CANCELLED("Crimes cancelled by then, taken out", 0),
  /** From crimes as recorded and each report's first reading to the rulebook asked for. */
  RULEBOOK("The rulebook then or now", 0),
  /** Recorded over a year after it happened, in. */
  NON_RECENT("Recorded more than a year after it happened", 1),
  QUALITY_ASSURANCE("Flag set by quality assurance", 1 << 1),
  PROMPT("Flag set after a prompt", 1 << 2),
  RANDOM_REVIEW("Flag set at random review", 1 << 3),
  THIRD_PARTY("Came from family, friend or public", 1 << 4),
  PARTNER_AGENCY("Came from a partner agency", 1 << 5),
  ONLINE_REFERRAL("Came as an online referral", 1 << 6),
  FOUND_BY_POLICE("Found by police", 1 << 7),
  /** Those held together by suspects in common. */
  LARGEST_GROUP("In the largest group linked by suspects", 1 << 8),
  /** Those of the operation that holds most of both periods. */
  LARGEST_OPERATION("In the largest operation", 1 << 9);

  private final String title;
  private final int bit;

  Step(String title, int bit) {
    this.title = title;
    this.bit = bit;
  }

  @Override
  public String title() {
    return title;
  }

  int bit() {
    return bit;
  }
}
