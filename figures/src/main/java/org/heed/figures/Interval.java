package org.heed.figures;

/**
 * An interval, ends included. {@code upper} is positive infinity where nothing bounds it.
 *
 * @param lower the lower end
 * @param upper the upper end, not below the lower
 * @param level the confidence level it was made for, such as 0.95; 1 for a range that holds without
 *     assumption
 */
public record Interval(double lower, double upper, double level) {
  /** The level used where none is named. */
  public static final double USUAL_LEVEL = 0.95;

  /** The level of the outer limits of funnels and control charts in public health. */
  public static final double OUTER_LEVEL = 0.998;

  public Interval {
    if (Double.isNaN(lower) || Double.isNaN(upper) || lower > upper) {
      throw new IllegalArgumentException("not an interval: " + lower + " to " + upper);
    }
  }

  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  public double width() {
    return upper - lower;
  }

  /** Refuses a level that is not strictly between 0 and 1. */
  public static double checkedLevel(double level) {
    RefusedInput.unless(
        level > 0 && level < 1, "level", "must lie between 0 and 1, both excluded, not " + level);
    return level;
  }
}
