package org.heed.figures.runoff;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/** How likely each whole number is, from a first one on. */
final class Numbers {
  private static final double NEGLIGIBLE = 1e-13;
  private static final double LARGE = 1e250;
  private static final int MOST = 1_000_000;

  private final long first;
  private final double[] weights;
  private final double logSum;

  private Numbers(long first, double[] weights, double logSum) {
    this.first = first;
    this.weights = weights;
    this.logSum = logSum;
  }

  /**
   * From the logarithm of the first number's weight, and how much likelier each next one is.
   *
   * @param ratio the weight of the number after a given one, over that one's
   */
  static Numbers from(long first, double log, LongToDoubleFunction ratio) {
    double[] weights = new double[64];
    weights[0] = 1;
    double most = 1;
    double base = log;
    int size = 1;
    while (size < MOST) {
      double step = ratio.applyAsDouble(first + size - 1);
      double next = weights[size - 1] * step;
      if (size == weights.length) {
        weights = Arrays.copyOf(weights, 2 * size);
      }
      weights[size++] = next;
      most = Math.max(most, next);
      if (step < 1 && next < most * NEGLIGIBLE * (1 - step)) {
        break;
      }
      if (most > LARGE) {
        for (int i = 0; i < size; i++) {
          weights[i] /= LARGE;
        }
        most /= LARGE;
        base += Math.log(LARGE);
      }
    }
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += weights[i];
    }
    double[] shares = new double[size];
    for (int i = 0; i < size; i++) {
      shares[i] = weights[i] / sum;
    }
    return new Numbers(first, shares, base + Math.log(sum));
  }

  /** Several taken together, each with a weight; the weights add up to one. */
  static Numbers mixed(List<Numbers> parts, double[] share) {
    int longest = parts.stream().mapToInt(part -> part.weights.length).max().orElse(0);
    double[] weights = new double[longest];
    for (int i = 0; i < share.length; i++) {
      double[] part = parts.get(i).weights;
      for (int n = 0; n < part.length; n++) {
        weights[n] += share[i] * part[n];
      }
    }
    return new Numbers(parts.getFirst().first, weights, 0);
  }

  /** The logarithm of what all weights came to before they were made to add up to one. */
  double logSum() {
    return logSum;
  }

  double mean() {
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      mean += weights[i] * (first + i);
    }
    return mean;
  }

  double variance() {
    double mean = mean();
    double variance = 0;
    for (int i = 0; i < weights.length; i++) {
      variance += weights[i] * (first + i - mean) * (first + i - mean);
    }
    return variance;
  }

  /** The first number whose probability together with all below reaches {@code p}. */
  long quantile(double p) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      if (sum >= p) {
        return first + i;
      }
    }
    return first + weights.length - 1;
  }
}
