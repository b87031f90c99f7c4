package org.heed.server.pattern;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for patterns while the server runs: soon after it starts, and some times a day. */
public final class PatternLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PatternLoop.class);
  private static final long FIRST_MINUTES = 2;
  private static final long EVERY_MINUTES = 360;

  private final Patterns patterns;
  private final ScheduledExecutorService executor;

  public PatternLoop(Patterns patterns) {
    this.patterns = patterns;
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heed-patterns").factory());
  }

  /** Begins. */
  public void start() {
    var _ =
        executor.scheduleWithFixedDelay(
            this::attempt, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  private void attempt() {
    try {
      patterns.look();
    } catch (RuntimeException e) {
      // The next attempt comes by itself, and nothing is lost while it waits.
      LOG.warn("Patterns could not be looked for. ({})", e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
