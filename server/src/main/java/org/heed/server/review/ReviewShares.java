package org.heed.server.review;

/**
 * How often a report enters the queue at random, so that what prompts and flags miss can be
 * estimated.
 *
 * @param unprompted chance for a report that nothing prompts and nobody flagged
 * @param flagged chance for a report when it is flagged
 */
public record ReviewShares(double unprompted, double flagged) {
  /** One in fifty unprompted, one in ten flagged. */
  public static final ReviewShares USUAL = new ReviewShares(0.02, 0.1);

  public ReviewShares {
    if (!(unprompted >= 0 && unprompted <= 1 && flagged >= 0 && flagged <= 1)) {
      throw new IllegalArgumentException("a share lies between 0 and 1");
    }
  }
}
