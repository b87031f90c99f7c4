package org.heed.figures.runoff;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * What is believed of the rate of events just now: a gamma distribution whose spread grows a little
 * from period to period, as the rate drifts (after Harvey and Fernandes 1989, Journal of Business
 * and Economic Statistics 7).
 *
 * @param shape the gamma's shape
 * @param rate the gamma's rate
 */
record Level(double shape, double rate) {
  static Level vague(double mean) {
    return new Level(0.5, 0.5 / Math.max(0.05, mean));
  }

  /**
   * A period on.
   *
   * @param drift by how much the relative variance grows
   * @param growth how many times as high the rate is
   */
  Level on(double drift, double growth) {
    double kept = 1 / (1 + drift * shape);
    return new Level(shape * kept, rate * kept / growth);
  }

  /** After a period whose usual number is so many times that of others. */
  Level seeing(double events, double factor) {
    return new Level(shape + events, rate + factor);
  }

  /** The logarithm of the probability of so many events in a period. */
  double logProbability(long events, double factor) {
    double own = rate / factor;
    return LogGamma.value(shape + events)
        - LogGamma.value(shape)
        - LogGamma.value(events + 1.0)
        + shape * Math.log(own / (own + 1))
        - events * Math.log(own + 1);
  }

  /**
   * How likely each number of events of a period is, when some have been reported, and how likely
   * it was that so many would have been.
   */
  Numbers given(long reported, double share, double correlation, double factor) {
    double strength = 1 / correlation - 1;
    double alpha = share * strength;
    double beta = (1 - share) * strength;
    double none = LogBeta.value(reported + alpha, beta) - LogBeta.value(alpha, beta);
    double more = rate / factor + 1;
    return Numbers.from(
        reported,
        logProbability(reported, factor) + none,
        all ->
            (shape + all)
                * (all - reported + beta)
                / more
                / ((all + 1.0 - reported) * (all + strength)));
  }

  /** The gamma with the mean and spread that follow from not knowing the number for certain. */
  Level seeing(Numbers numbers, double factor) {
    double mean = (shape + numbers.mean()) / (rate + factor);
    double spread = (mean + numbers.variance() / (rate + factor)) / (rate + factor);
    return new Level(mean * mean / spread, mean / spread);
  }
}
