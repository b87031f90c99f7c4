package org.heed.figures.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The four rules of Making Data Count, each marking every point that takes part: outside a limit;
 * seven or more running on one side of the mean; seven running that rise or that fall, where a tie
 * breaks the run; two of three running beyond two thirds of the way to a limit, the three on one
 * side of the mean.
 */
final class XmrRules {
  private static final int RUN = 7;

  private XmrRules() {}

  static List<Xmr.Signal> signals(double[] values, Xmr.Segment segment) {
    int[] side = new int[segment.to() - segment.from()];
    int[] step = new int[side.length];
    boolean[] near = new boolean[side.length];
    boolean[] outside = new boolean[side.length];
    for (int i = 0; i < side.length; i++) {
      double value = values[segment.from() + i];
      side[i] = (int) Math.signum(value - segment.mean());
      step[i] = i == 0 ? 0 : (int) Math.signum(value - values[segment.from() + i - 1]);
      near[i] = segment.near(value);
      outside[i] = segment.outside(value);
    }
    Map<Xmr.Rule, boolean[]> marks = new EnumMap<>(Xmr.Rule.class);
    marks.put(Xmr.Rule.OUTSIDE_LIMITS, outside);
    marks.put(Xmr.Rule.SEVEN_POINTS_ONE_SIDE, oneSide(side));
    marks.put(Xmr.Rule.SEVEN_POINT_TREND, trend(step));
    marks.put(Xmr.Rule.TWO_IN_THREE, twoInThree(side, near));
    List<Xmr.Signal> signals = new ArrayList<>();
    for (int i = 0; i < side.length; i++) {
      for (Map.Entry<Xmr.Rule, boolean[]> rule : marks.entrySet()) {
        if (rule.getValue()[i]) {
          signals.add(new Xmr.Signal(segment.from() + i, rule.getKey()));
        }
      }
    }
    return signals;
  }

  /** The points of every run of seven on one side; a point on the mean breaks the run. */
  static boolean[] oneSide(int[] side) {
    boolean[] part = new boolean[side.length];
    for (int i = RUN - 1; i < side.length; i++) {
      markIfRun(side, i - RUN + 1, i, i - RUN + 1, part);
    }
    return part;
  }

  /** The points of every run of seven that rise or that fall, which is six steps one way. */
  static boolean[] trend(int[] step) {
    boolean[] part = new boolean[step.length];
    for (int i = RUN - 1; i < step.length; i++) {
      markIfRun(step, i - RUN + 2, i, i - RUN + 1, part);
    }
    return part;
  }

  private static void markIfRun(int[] way, int from, int to, int markFrom, boolean[] part) {
    boolean same = way[from] != 0;
    for (int i = from; i <= to; i++) {
      same &= way[i] == way[from];
    }
    for (int i = markFrom; same && i <= to; i++) {
      part[i] = true;
    }
  }

  /** Near points of every three on one side of which two or more are near. */
  static boolean[] twoInThree(int[] side, boolean[] near) {
    boolean[] part = new boolean[side.length];
    for (int i = 2; i < side.length; i++) {
      int count = (near[i - 2] ? 1 : 0) + (near[i - 1] ? 1 : 0) + (near[i] ? 1 : 0);
      if (count >= 2 && Math.abs(side[i - 2] + side[i - 1] + side[i]) == 3) {
        for (int j = i - 2; j <= i; j++) {
          part[j] |= near[j];
        }
      }
    }
    return part;
  }
}
