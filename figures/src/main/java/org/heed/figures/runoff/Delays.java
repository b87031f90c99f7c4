package org.heed.figures.runoff;

import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The share of events reported by each delay, learnt backwards from the longest (as the chain
 * ladder does; Lawless 1994 calls it the reverse hazard) from the last periods, the recent more
 * than the old, each step with half an event added so that nothing is certain; and how much that
 * share varies between periods beyond chance, as the correlation of a beta-binomial, with what is
 * not known of the share itself added. Where periods are days, the steps differ by weekday as far
 * as they do so more than chance explains.
 */
final class Delays {
  private static final int WINDOW = 104;
  private static final double HALF_LIFE = 20;
  private static final double HALF = 0.5;
  private static final double MOST = 0.6;
  private static final double[] CORRELATIONS = {
    1e-4, 2e-4, 4e-4, 8e-4, 0.0016, 0.003, 0.006, 0.012, 0.02, 0.03, 0.045, 0.065, 0.1, 0.14, 0.2,
    0.3, 0.45
  };

  private final double[][] share;
  private final double[] correlation;

  private Delays(double[][] share, double[] correlation) {
    this.share = share;
    this.correlation = correlation;
  }

  /** Of the events reported by a delay, the share that had been by the one before. */
  private record Step(double share, double events) {}

  static Delays of(DelayTable table) {
    int longest = table.longest();
    double[][] share = new double[table.weekdays()][longest + 1];
    for (double[] each : share) {
      each[longest] = 1;
    }
    double[] unsure = new double[longest + 1];
    for (int d = longest; d > 0; d--) {
      double[] offsets = WeekdayStep.offsets(table, d);
      Step step = step(table, d);
      double odds = step.share() / (1 - step.share());
      unsure[d - 1] = unsure[d] + 1 / (odds * step.events());
      for (int weekday = 0; weekday < share.length; weekday++) {
        double own = odds * Math.exp(offsets[weekday]);
        share[weekday][d - 1] = share[weekday][d] * own / (1 + own);
      }
    }
    double[] correlation = new double[longest + 1];
    double usual = table.meanOfComplete();
    for (int d = 0; d < longest; d++) {
      double between = correlation(table, d, share);
      double mean = 0;
      for (double[] each : share) {
        mean += each[d] / share.length;
      }
      double ofShare = unsure[d] * mean / (1 - mean) * (1 + usual * between);
      correlation[d] = Math.min(MOST, between + ofShare);
    }
    return new Delays(share, correlation);
  }

  /** The share reported by a delay, of events of a weekday. */
  double share(int delay, int weekday) {
    return share[weekday][delay];
  }

  double correlation(int delay) {
    return correlation[delay];
  }

  private static Step step(DelayTable table, int d) {
    double before = HALF;
    double by = HALF + 0.02;
    int last = table.periods() - 1 - d;
    for (int period = Math.max(0, last - WINDOW); period <= last; period++) {
      double weight = Math.pow(HALF, (last - period) / HALF_LIFE);
      before += weight * table.by(period, d - 1);
      by += weight * table.by(period, d);
    }
    return new Step(before / by, by);
  }

  /** The mean of what the correlation may be, after the complete periods' reports by a delay. */
  private static double correlation(DelayTable table, int delay, double[][] share) {
    double[] logs = new double[CORRELATIONS.length];
    double most = Double.NEGATIVE_INFINITY;
    int complete = table.complete();
    for (int c = 0; c < logs.length; c++) {
      double strength = 1 / CORRELATIONS[c] - 1;
      for (int period = Math.max(0, complete - 1 - WINDOW); period < complete; period++) {
        double part = share[table.weekday(period)][delay];
        double seen = table.by(period, delay);
        double rest = table.all(period) - seen;
        logs[c] += likelihood(seen, rest, part * strength, (1 - part) * strength);
      }
      most = Math.max(most, logs[c]);
    }
    double sum = 0;
    double weighted = 0;
    for (int c = 0; c < logs.length; c++) {
      double weight = Math.exp(logs[c] - most) * Math.pow(CORRELATIONS[c], -0.1);
      sum += weight;
      weighted += weight * CORRELATIONS[c];
    }
    return weighted / sum;
  }

  private static double likelihood(double seen, double rest, double alpha, double beta) {
    return seen + rest == 0
        ? 0
        : LogBeta.value(seen + alpha, rest + beta) - LogBeta.value(alpha, beta);
  }
}
