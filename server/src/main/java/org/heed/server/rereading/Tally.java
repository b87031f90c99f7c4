package org.heed.server.rereading;

/**
 * Counts of one area and year of recording.
 *
 * @param reports read
 * @param askedBefore about which somebody was asked
 * @param askedAfter about which somebody would be asked
 */
public record Tally(
    long reports, long askedBefore, long askedAfter, long newly, long noLonger, long changed) {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

  /** Both together. */
  Tally plus(Tally other) {
    return new Tally(
        reports + other.reports,
        askedBefore + other.askedBefore,
        askedAfter + other.askedAfter,
        newly + other.newly,
        noLonger + other.noLonger,
        changed + other.changed);
  }
}
