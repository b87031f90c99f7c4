package org.heed.figures.inference;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The normal distribution's distances. */
final class Normal {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /** How many standard deviations either side hold so much of it. */
  static double distance(double level) {
    return STANDARD.inverseCumulativeProbability((1 + level) / 2);
  }
}
