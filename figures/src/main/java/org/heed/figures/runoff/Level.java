package org.heed.figures.runoff;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * What is believed of the rate of events just now: a gamma distribution that forgets a little from
 * period to period (Harvey and Fernandes 1989, Journal of Business and Economic Statistics 7).
 *
 * @param shape the gamma's shape
 * @param rate the gamma's rate
 */
record Level(double shape, double rate) {
  /** How much less likely than the likeliest a number may be and still count, as a logarithm. */
  private static final double NEGLIGIBLE = 30;

  private static final int MOST = 1_000_000;

  static Level vague(double mean) {
    return new Level(0.5, 0.5 / Math.max(1, mean));
  }

  Level forget(double keep) {
    return new Level(shape * keep, rate * keep);
  }

  Level seeing(double events) {
    return new Level(shape + events, rate + 1);
  }

  /** The logarithm of the probability of so many events in a period. */
  double logProbability(long events) {
    return LogGamma.value(shape + events)
        - LogGamma.value(shape)
        - LogGamma.value(events + 1.0)
        + shape * Math.log(rate / (rate + 1))
        - events * Math.log(rate + 1);
  }

  /** How likely each number of events is, when some have been reported. */
  Numbers given(long reported, double share, double correlation) {
    double strength = 1 / correlation - 1;
    double alpha = share * strength;
    double beta = (1 - share) * strength;
    List<Double> logs = new ArrayList<>();
    double most = Double.NEGATIVE_INFINITY;
    for (long all = reported; logs.size() < MOST; all++) {
      double log =
          logProbability(all)
              - LogBeta.value(reported + 1.0, all - reported + 1.0)
              - Math.log(all + 1.0)
              + LogBeta.value(reported + alpha, all - reported + beta)
              - LogBeta.value(alpha, beta);
      logs.add(log);
      most = Math.max(most, log);
      if (log < most - NEGLIGIBLE) {
        break;
      }
    }
    double[] weights = new double[logs.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(logs.get(i) - most);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return new Numbers(reported, weights);
  }

  /** The gamma with the mean and spread that follow from not knowing the number for certain. */
  Level seeing(Numbers numbers) {
    double mean = (shape + numbers.mean()) / (rate + 1);
    double spread = (mean + numbers.variance() / (rate + 1)) / (rate + 1);
    return new Level(mean * mean / spread, mean / spread);
  }
}
