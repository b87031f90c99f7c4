package org.heed.figures.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heed.figures.RefusedInput;

/**
 * A control chart of single values and moving ranges (Shewhart; Wheeler) with the rules of NHS
 * England's Making Data Count: limits at the mean ± 2.66 mean moving ranges, after ranges of 3.267
 * times the mean or more are dropped once. It describes; a signal is a question, not a cause.
 * Limits start afresh where told to, as at the date a rulebook changed.
 *
 * @param segments one for each stretch between fresh starts, in order
 * @param signals in order of the points, then of the rules
 */
public record Xmr(List<Segment> segments, List<Signal> signals) {
  private static final double LIMIT = 2.66;
  private static final double SCREEN = 3.267;
  private static final double LARGEST = 1e100;

  /** A stretch with limits of its own, from the first point to before {@code to}, from zero. */
  public record Segment(
      int from, int to, double mean, double lower, double upper, double meanRange) {
    boolean near(double value) {
      double near = LIMIT * 2 / 3 * meanRange;
      return !outside(value) && (value < mean - near || value > mean + near);
    }

    boolean outside(double value) {
      return value < lower || value > upper;
    }
  }

  /** A point, from zero, and a rule that it takes part in. */
  public record Signal(int at, Rule rule) {}

  /** The four rules. */
  public enum Rule {
    OUTSIDE_LIMITS,
    SEVEN_POINTS_ONE_SIDE,
    SEVEN_POINT_TREND,
    TWO_IN_THREE
  }

  public Xmr {
    segments = List.copyOf(segments);
    signals = List.copyOf(signals);
  }

  /**
   * The chart of values in order of time.
   *
   * @param rebaseAt the points, from zero, at which limits start afresh
   */
  public static Xmr of(double[] values, int... rebaseAt) {
    RefusedInput.unless(
        Arrays.stream(values).allMatch(Double::isFinite), "values", "are not all numbers");
    RefusedInput.unless(values.length >= 2, "values", "need two points or more");
    RefusedInput.unless(
        Arrays.stream(values).allMatch(value -> Math.abs(value) <= LARGEST),
        "values",
        "are too large");
    int[] starts = Arrays.stream(rebaseAt).sorted().distinct().filter(at -> at != 0).toArray();
    List<Segment> segments = new ArrayList<>();
    List<Signal> signals = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= starts.length; i++) {
      int to = i < starts.length ? starts[i] : values.length;
      RefusedInput.unless(to > 0 && to <= values.length, "rebase_at", "no point at " + to);
      RefusedInput.unless(
          to - from >= 2, "values", "need two points or more from point " + from + " on");
      Segment segment = segment(values, from, to);
      segments.add(segment);
      signals.addAll(XmrRules.signals(values, segment));
      from = to;
    }
    return new Xmr(segments, signals);
  }

  private static Segment segment(double[] values, int from, int to) {
    double[] ranges = new double[to - from - 1];
    for (int i = 0; i < ranges.length; i++) {
      ranges[i] = Math.abs(values[from + i + 1] - values[from + i]);
    }
    double all = Arrays.stream(ranges).average().orElse(0);
    double kept = Arrays.stream(ranges).filter(range -> range < SCREEN * all).average().orElse(0);
    double mean = Arrays.stream(values, from, to).average().orElse(0);
    return new Segment(from, to, mean, mean - LIMIT * kept, mean + LIMIT * kept, kept);
  }
}
