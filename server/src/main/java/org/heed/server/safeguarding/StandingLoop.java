package org.heed.server.safeguarding;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works out, while the server runs, the cases of which something came or whose moment passed. */
public final class StandingLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StandingLoop.class);
  private static final long EVERY_SECONDS = 2;

  private final Standings standings;
  private final ScheduledExecutorService executor;

  public StandingLoop(Standings standings) {
    this.standings = standings;
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heed-standings").factory());
  }

  /** Begins. */
  public void start() {
    var _ = executor.scheduleWithFixedDelay(this::attempt, 0, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void attempt() {
    try {
      standings.settle();
    } catch (RuntimeException e) {
      // What was not worked out is noted still, and the next attempt comes by itself.
      LOG.warn("How cases stand could not be worked out. ({})", e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
