package org.heed.postgres;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition of another process, which nothing can signal. */
final class Waiting {
  private static final long STEP_NANOS = 10_000_000;

  private Waiting() {}

  /** Looks every hundredth of a second; true as soon as the condition holds, false at the bound. */
  static boolean until(Duration bound, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > bound.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
    return true;
  }
}
