package org.heed.linkage;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Work in parts, on all processors; what comes of it may not depend on the order. */
final class Workers {
  private Workers() {}

  static void each(int parts, IntConsumer work) {
    IntStream.range(0, parts).parallel().forEach(work);
  }
}
