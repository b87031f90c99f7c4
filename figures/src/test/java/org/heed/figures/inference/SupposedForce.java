package org.heed.figures.inference;

import java.util.Random;
import org.heed.figures.review.MissedEstimate.Stratum;

/**
 * A period of a force whose truth is known: offences, of which some are recorded, flagged by
 * officers of differing care, in part wrongly; then a blind review of random records by readers who
 * err.
 *
 * @param exploitation how many of the records are exploitation
 * @param flaggedRightly how many of those are flagged
 * @param flaggedWrongly how many others are
 * @param others how many are not exploitation
 */
record SupposedForce(int exploitation, int flaggedRightly, int flaggedWrongly, int others) {
  private static final int OFFICERS = 60;

  /** Recorded offences, each met by an officer at random, who sees it by their own care. */
  static SupposedForce of(
      int recorded, double recognition, int wrongly, int others, Random random) {
    double[] care = new double[OFFICERS];
    for (int i = 0; i < OFFICERS; i++) {
      care[i] = Math.clamp(recognition + 0.25 * (random.nextDouble() - 0.5), 0, 1);
    }
    int seen = 0;
    for (int i = 0; i < recorded; i++) {
      seen += random.nextDouble() < care[random.nextInt(OFFICERS)] ? 1 : 0;
    }
    int wrong = 0;
    for (int i = 0; i < others; i++) {
      wrong += random.nextInt(others) < wrongly ? 1 : 0;
    }
    return new SupposedForce(recorded, seen, wrong, others);
  }

  ReviewedPeriod reviewed(int ofFlagged, int ofRest, double se, double sp, Random random) {
    int flagged = flaggedRightly + flaggedWrongly;
    int rest = exploitation + others - flagged;
    return ReviewedPeriod.of(
        read(flagged, flaggedRightly, ofFlagged, se, sp, random),
        read(rest, exploitation - flaggedRightly, ofRest, se, sp, random));
  }

  private static Stratum read(
      int records, int exploitation, int sample, double se, double sp, Random random) {
    int left = exploitation;
    int called = 0;
    for (int i = 0; i < sample; i++) {
      boolean is = random.nextInt(records - i) < left;
      left -= is ? 1 : 0;
      called += random.nextDouble() < (is ? se : 1 - sp) ? 1 : 0;
    }
    return new Stratum(records, sample, called);
  }

  /** The variance of the best estimate of its exploitation, by someone who knows all this. */
  double idealVariance(int ofFlagged, int ofRest, double se, double sp) {
    int flagged = flaggedRightly + flaggedWrongly;
    int rest = exploitation + others - flagged;
    return ideal(flagged, flaggedRightly, ofFlagged, se, sp)
        + ideal(rest, exploitation - flaggedRightly, ofRest, se, sp);
  }

  private static double ideal(double records, double exploitation, int n, double se, double sp) {
    double p = exploitation / records;
    double j = se + sp - 1;
    double drawn = p * (1 - p) * (1 - n / records) / n;
    double read = (p * se * (1 - se) + (1 - p) * sp * (1 - sp)) / n;
    return records * records * (drawn + read / (j * j));
  }
}
