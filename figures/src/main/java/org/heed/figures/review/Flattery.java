package org.heed.figures.review;

import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.uncertainty.ProportionInterval;

/**
 * Where somebody's grades of their own work lie beside an inspector's of the same work.
 *
 * @param higher how many they graded better than the inspector did
 * @param same how many alike
 * @param lower how many they graded worse
 * @param share of all that they graded better, with exact limits
 */
public record Flattery(long higher, long same, long lower, Estimate share) {

  /**
   * From counts.
   *
   * @param table rows: the inspector's grade; columns: their own; both from the worst to the best
   */
  public static Flattery of(int[][] table, double level) {
    long higher = 0;
    long same = 0;
    long lower = 0;
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[i].length; j++) {
        higher += j > i ? table[i][j] : 0;
        same += j == i ? table[i][j] : 0;
        lower += j < i ? table[i][j] : 0;
      }
    }
    long all = higher + same + lower;
    RefusedInput.unless(all > 0, "ratings", "no record has both grades");
    return new Flattery(
        higher,
        same,
        lower,
        new Estimate((double) higher / all, ProportionInterval.exact(higher, all, level)));
  }

  /**
   * How many of some cases must at least, and can at most, have been marked better than the
   * inspector did, where only both totals were published (Fréchet's bounds, without assumption).
   *
   * @param good how many they marked good enough themselves
   * @param inspected how many of the same the inspector did
   */
  public static Interval bounds(long cases, long good, long inspected) {
    RefusedInput.unless(good >= 0 && good <= cases, "good", "is not part of " + cases);
    RefusedInput.unless(
        inspected >= 0 && inspected <= cases, "inspected", "is not part of " + cases);
    return new Interval(Math.max(0, good - inspected), Math.min(good, cases - inspected), 1);
  }
}
