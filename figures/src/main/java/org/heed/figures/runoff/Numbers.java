package org.heed.figures.runoff;

/** How likely each whole number is, from a first one on. */
final class Numbers {
  private final long first;
  private final double[] weights;

  Numbers(long first, double[] weights) {
    this.first = first;
    this.weights = weights;
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
