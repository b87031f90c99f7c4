package org.heed.figures.runoff;

/**
 * How much likelier events of each weekday are to have been reported a day earlier, of those
 * reported by a delay: on the scale of log odds, drawn towards none as far as chance between weeks
 * would do to explain it (empirical Bayes by moments, as DerSimonian and Laird 1986 for trials).
 */
final class WeekdayStep {
  private static final int LOOK_BACK = 182;
  private static final double LEAST_EVENTS = 30;
  private static final double MOST = 8;

  private WeekdayStep() {}

  static double[] offsets(DelayTable table, int d) {
    int kinds = table.weekdays();
    double[] offsets = new double[kinds];
    double[] before = new double[kinds];
    double[] by = new double[kinds];
    int last = table.periods() - 1 - d;
    int first = Math.max(0, last - LOOK_BACK);
    for (int period = first; period <= last; period++) {
      before[table.weekday(period)] += table.by(period, d - 1);
      by[table.weekday(period)] += table.by(period, d);
    }
    double allBefore = sum(before);
    double allBy = sum(by);
    if (kinds == 1 || allBy < LEAST_EVENTS || last - first < 3 * kinds) {
      return offsets;
    }
    double step = (allBefore + 0.5) / (allBy + 1);
    double noise = noise(table, d, first, last, before, by);
    double between = 0;
    double squares = 0;
    for (int w = 0; w < kinds; w++) {
      double off = before[w] - by[w] * step;
      between += by[w] == 0 ? 0 : off * off / by[w];
      squares += by[w] * by[w];
    }
    double chance = step * (1 - step) * noise;
    double variance = Math.max(0, (between - (kinds - 1) * chance) / (allBy - squares / allBy));
    for (int w = 0; variance > 0 && w < kinds; w++) {
      double weight = chance / variance;
      double drawn = (before[w] + weight * step + 0.5) / (by[w] + weight + 1);
      offsets[w] = Math.clamp(logOdds(drawn) - logOdds(step), -MOST, MOST);
    }
    return offsets;
  }

  /** How many times more than chance the weeks of one weekday vary among each other, at least 1. */
  private static double noise(
      DelayTable table, int d, int first, int last, double[] before, double[] by) {
    double squares = 0;
    int weeks = 0;
    for (int period = first; period <= last; period++) {
      int w = table.weekday(period);
      double all = table.by(period, d);
      double step = (before[w] + 0.5) / (by[w] + 1);
      if (all > 0) {
        double off = table.by(period, d - 1) - all * step;
        squares += off * off / (all * step * (1 - step));
        weeks++;
      }
    }
    return Math.max(1, squares / Math.max(1, weeks - by.length));
  }

  private static double logOdds(double share) {
    return Math.log(share / (1 - share));
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
