package org.heed.figures.runoff;

import java.util.Arrays;
import java.util.List;

/**
 * The share of events reported by each delay, learnt backwards from the longest (as the chain
 * ladder does; Lawless 1994 calls it the reverse hazard) over the last periods, each step with half
 * an event added so that nothing is certain; and how much that share varies between periods beyond
 * chance, as the correlation of a beta-binomial.
 *
 * @param share for each delay, the share reported by then
 * @param correlation for each delay, the correlation between events of one period
 */
record Delays(List<Double> share, List<Double> correlation) {
  private static final int WINDOW = 52;
  private static final double HALF = 0.5;
  private static final double LEAST = 1e-4;
  private static final double MOST = 0.5;

  static Delays of(DelayTable table) {
    int longest = table.longest();
    double[] share = new double[longest + 1];
    double[] correlation = new double[longest + 1];
    share[longest] = 1;
    for (int d = longest; d > 0; d--) {
      double before = HALF;
      double by = HALF + 0.02;
      int last = table.periods() - 1 - d;
      for (int period = Math.max(0, last - WINDOW); period <= last; period++) {
        before += table.by(period, d - 1);
        by += table.by(period, d);
      }
      share[d - 1] = share[d] * before / by;
    }
    for (int d = 0; d < longest; d++) {
      correlation[d] = correlation(table, d, share[d]);
    }
    return new Delays(box(share), box(correlation));
  }

  private static double correlation(DelayTable table, int delay, double share) {
    double beyond = 0;
    double scale = 0;
    int complete = table.complete();
    for (int period = Math.max(0, complete - 1 - WINDOW); period < complete; period++) {
      double all = table.by(period, table.longest());
      double off = table.by(period, delay) - all * share;
      double chance = share * (1 - share);
      beyond += all > 1 ? off * off - all * chance : 0;
      scale += all > 1 ? all * (all - 1) * chance : 0;
    }
    return scale > 0 ? Math.clamp(beyond / scale, LEAST, MOST) : LEAST;
  }

  private static List<Double> box(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
