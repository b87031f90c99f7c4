package org.heed.figures.inference;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;

/**
 * A function of several estimates that know nothing of each other, with limits from theirs: each is
 * moved to its limits in turn, and the distances are joined by their squares (Zou and Donner 2008,
 * Statistics in Medicine 27; for sums it is their method). Where one has a range and no estimate,
 * so has the result: all that any corner of the ranges gives.
 */
final class Joined {
  private Joined() {}

  static Estimate of(ToDoubleFunction<double[]> function, List<Estimate> inputs, double level) {
    if (inputs.stream().anyMatch(input -> Double.isNaN(input.value()))) {
      return new Estimate(Double.NaN, corners(function, inputs, 1));
    }
    double value = function.applyAsDouble(inputs.stream().mapToDouble(Estimate::value).toArray());
    if (Double.isFinite(value)) {
      return estimate(function, inputs, level);
    }
    // a ratio of nought has no distances on its logarithm: all corners, which is wide
    Interval wide = corners(function, inputs, level);
    return Double.isNaN(value)
        ? new Estimate(value, wide)
        : new Estimate(
            value,
            new Interval(
                Math.min(value, wide.lower()), Math.max(value, wide.upper()), wide.level()));
  }

  /** The same for a ratio, worked on its logarithm, which cannot fall below nought. */
  static Estimate ofRatio(ToDoubleFunction<double[]> ratio, List<Estimate> inputs, double level) {
    Estimate log = of(at -> Math.log(ratio.applyAsDouble(at)), inputs, level);
    return new Estimate(
        Math.exp(log.value()),
        new Interval(
            Math.exp(log.interval().lower()),
            Math.exp(log.interval().upper()),
            log.interval().level()));
  }

  private static Estimate estimate(
      ToDoubleFunction<double[]> function, List<Estimate> inputs, double level) {
    double[] at = inputs.stream().mapToDouble(Estimate::value).toArray();
    double value = function.applyAsDouble(at);
    double down = 0;
    double up = 0;
    for (int i = 0; i < at.length; i++) {
      double kept = at[i];
      at[i] = inputs.get(i).interval().lower();
      double one = function.applyAsDouble(at) - value;
      at[i] = inputs.get(i).interval().upper();
      double other = function.applyAsDouble(at) - value;
      at[i] = kept;
      down += Math.pow(Math.min(0, Math.min(one, other)), 2);
      up += Math.pow(Math.max(0, Math.max(one, other)), 2);
    }
    return new Estimate(value, new Interval(value - Math.sqrt(down), value + Math.sqrt(up), level));
  }

  private static Interval corners(
      ToDoubleFunction<double[]> function, List<Estimate> inputs, double level) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double[] at = new double[inputs.size()];
    for (int corner = 0; corner < 1 << at.length; corner++) {
      for (int i = 0; i < at.length; i++) {
        Interval range = inputs.get(i).interval();
        at[i] = (corner >> i & 1) == 0 ? range.lower() : range.upper();
      }
      double value = function.applyAsDouble(at);
      // nought over nought could be anything
      least = Double.isNaN(value) ? Double.NEGATIVE_INFINITY : Math.min(least, value);
      most = Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.max(most, value);
    }
    return new Interval(least, most, level);
  }
}
