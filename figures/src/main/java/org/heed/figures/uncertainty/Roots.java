package org.heed.figures.uncertainty;

import java.util.function.DoubleUnaryOperator;

/**
 * The root of a monotone function of a non-negative argument, to the last bit. Halves the range of
 * bit patterns rather than of values, so that a root near zero is found with full relative
 * precision; 64 steps at most.
 */
final class Roots {
  private Roots() {}

  /** The smallest x in the range at which {@code increasing(x)} is at least {@code target}. */
  static double of(DoubleUnaryOperator increasing, double target, double from, double to) {
    long low = Double.doubleToRawLongBits(from);
    long high = Double.doubleToRawLongBits(to);
    while (low < high) {
      long middle = low + ((high - low) >>> 1);
      if (increasing.applyAsDouble(Double.longBitsToDouble(middle)) >= target) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return Double.longBitsToDouble(low);
  }
}
