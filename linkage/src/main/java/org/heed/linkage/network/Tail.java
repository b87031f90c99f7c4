package org.heed.linkage.network;

import java.util.Map;
import java.util.TreeMap;

/**
 * How likely a count at most is, where draws are too few to see it. A count of {@code k} in some
 * window needs a report of that window that comes first and counts for something, and others of the
 * window that count for the rest. For each report that could come first the chance is that of
 * drawing without replacement, reckoned exactly; their sum is at least the chance that any does
 * (Boole). Reports that speak of one child twice are taken for two, which can only make the bound
 * larger. Far out, where two windows hardly ever count as many, the bound is close to the chance.
 *
 * <p>Fitting the tail of the draws instead (a generalised Pareto distribution, Knijnenburg and
 * others 2009) supposes a shape: these counts are few whole numbers, and a fit of them can be wrong
 * in either direction. A bound that holds cannot tell of what chance makes.
 */
final class Tail {
  /** Terms below this add nothing that a double could show beside a chance worth telling. */
  private static final double NOTHING = 1e-40;

  private final int days;
  private final int slots;

  /** By day, how many mentions have a report of that day that counts for so much. */
  private final TreeMap<Integer, int[]> byDay = new TreeMap<>();

  private int heaviest;

  /** Of the reports that are dealt to the entities of a side. */
  Tail(EventGraph graph, EventGraph.Side side, Children children, Pattern pattern, int days) {
    this.days = days;
    this.slots = side.event.length;
    int[] weights = new int[slots];
    for (int slot = 0; slot < slots; slot++) {
      weights[slot] = weight(graph, children, pattern, side.event[slot]);
      heaviest = Math.max(heaviest, weights[slot]);
    }
    for (int slot = 0; slot < slots; slot++) {
      if (weights[slot] > 0) {
        byDay
            .computeIfAbsent(graph.day(side.event[slot]), _ -> new int[heaviest + 1])[
            weights[slot]]++;
      }
    }
  }

  /** The most that one report can add to a count. */
  private static int weight(EventGraph graph, Children children, Pattern pattern, int event) {
    return switch (pattern) {
      case PLACE_OF_CHILDREN, SUSPECT_OF_CHILDREN, PHONE_PASSED_AROUND -> children.size(event);
      case MISSING_AT_PLACE -> graph.isMissing(event) ? 1 : 0;
      case CLUSTER_AT_PLACE -> children.hasAny(event) ? 1 : 0;
      case CHILD_ADDS_UP -> 1;
      case BRIDGE_AT_PLACE, BRIDGE_BY_PHONE, BRIDGE_BY_SUSPECT ->
          throw new IllegalArgumentException("a bridge is held against what touches a group");
    };
  }

  /** What the chance of such a count, of so many reports dealt by chance, is at most. */
  double atMost(int degree, int count) {
    double sum = 0;
    for (Map.Entry<Integer, int[]> day : byDay.entrySet()) {
      int[] within = new int[heaviest + 1];
      for (int[] of : byDay.subMap(day.getKey(), day.getKey() + days).values()) {
        for (int weight = 1; weight <= heaviest; weight++) {
          within[weight] += of[weight];
        }
      }
      for (int first = 1; first <= heaviest; first++) {
        if (day.getValue()[first] > 0) {
          within[first]--;
          sum += day.getValue()[first] * others(within, degree - 1, count - first);
          within[first]++;
        }
      }
    }
    return Math.min(1, sum * degree / slots);
  }

  /**
   * The chance that so many drawn without replacement from all others weigh as much together.
   *
   * @param within how many there are of each weight in the window
   */
  private double others(int[] within, int drawn, int wanted) {
    if (wanted <= 0) {
      return 1;
    }
    double reached = 0;
    double[][] at = new double[drawn + 1][wanted];
    at[drawn][0] = 1;
    int all = slots - 1;
    for (int weight = heaviest; weight >= 1; weight--) {
      int of = within[weight];
      if (of == 0) {
        continue;
      }
      double[][] next = new double[drawn + 1][wanted];
      for (int left = 0; left <= drawn; left++) {
        double none = Double.NaN;
        for (int has = 0; has < wanted; has++) {
          double chance = at[left][has];
          if (chance == 0) {
            continue;
          }
          none = Double.isNaN(none) ? none(all, of, left) : none;
          reached += spread(next, left, has, chance, chance * none, all, of, weight);
        }
      }
      at = next;
      all -= of;
    }
    return reached;
  }

  /** Goes through how many are drawn of one weight; what weighs enough by it is told. */
  private static double spread(
      double[][] next,
      int left,
      int has,
      double certain,
      double none,
      int all,
      int of,
      int weight) {
    if (none == 0) {
      // So nearly certain that a double cannot show what is left: all of it is taken to be enough.
      return certain;
    }
    int wanted = next[0].length;
    double reached = 0;
    double term = none;
    boolean rises = true;
    for (int j = Math.max(0, left - (all - of));
        j <= Math.min(left, of) && (rises || term > NOTHING);
        j++) {
      int now = has + j * weight;
      if (now >= wanted) {
        reached += term;
      } else {
        next[left - j][now] += term;
      }
      double ratio = (double) (of - j) * (left - j) / ((j + 1.0) * (all - of - left + j + 1.0));
      rises = ratio >= 1;
      term *= ratio;
    }
    return reached;
  }

  /** The chance of the fewest of a weight that there can be among so many drawn. */
  private static double none(int all, int of, int left) {
    double chance = 1;
    int other = all - of;
    if (left <= other) {
      for (int i = 0; i < left; i++) {
        chance *= (double) (other - i) / (all - i);
      }
      return chance;
    }
    // All others are drawn, and some of these must be.
    for (int i = 0; i < other; i++) {
      chance *= (double) (left - i) / (all - i);
    }
    return chance;
  }
}
