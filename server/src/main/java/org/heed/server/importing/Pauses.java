package org.heed.server.importing;

import java.time.Duration;
import org.heed.kernel.AllowedCall;

/** How long to wait before another try. */
@FunctionalInterface
public interface Pauses {
  /** Tries before giving up: about a minute and a half of a database that does not answer. */
  int MOST = 8;

  /**
   * Waits before a try.
   *
   * @param tried how often it was tried already
   */
  void before(int tried) throws InterruptedException;

  /** A quarter of a second, then twice as long each time, up to four seconds. */
  @AllowedCall("a database that restarts needs time")
  static Pauses growing() {
    return new Pauses() {
      @Override
      @AllowedCall("a database that restarts needs time")
      public void before(int tried) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(Math.min(4_000, 125L << tried)));
      }
    };
  }
}
