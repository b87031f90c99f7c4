package org.heed.bench;

import java.util.Arrays;

/** How long each of many requests took, in nanoseconds. */
final class Latencies {
  private final long[] sorted;

  Latencies(long[] nanos) {
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  /** The value that so many in a hundred do not exceed (nearest rank). */
  long percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
  }

  long most() {
    return sorted[sorted.length - 1];
  }

  /** p50, p99, p99.9 and the longest. */
  String words() {
    return "p50 "
        + Table.millis(percentile(50))
        + ", p99 "
        + Table.millis(percentile(99))
        + ", p99.9 "
        + Table.millis(percentile(99.9))
        + ", longest "
        + Table.millis(most());
  }
}
