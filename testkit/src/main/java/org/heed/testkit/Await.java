package org.heed.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition that nothing signals, up to a bound that only a failing test reaches. */
public final class Await {
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final long STEP_NANOS = 10_000_000;

  private Await() {}

  /**
   * Looks until the condition holds.
   *
   * @param description what is awaited, as a noun: "the server's end"
   * @throws AssertionError after a minute
   */
  public static void until(BooleanSupplier condition, String description) {
    until(condition, description, BOUND);
  }

  /** The same with a bound of its own. */
  public static void until(BooleanSupplier condition, String description, Duration bound) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > bound.toNanos()) {
        throw new AssertionError("waited " + bound.toSeconds() + " s in vain for " + description);
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
  }
}
