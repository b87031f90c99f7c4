package org.heed.server.store;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.heed.kernel.AllowedCall;

/** The clock of a running Heed. It ticks in microseconds, so that each moment can be recorded. */
public final class RealTime {
  private RealTime() {}

  /** Coordinated universal time. */
  @AllowedCall("a running server keeps real time")
  public static Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
  }
}
