package org.heed.server.linking;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the index of people in line while the server runs. */
public final class IndexLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexLoop.class);
  private static final long EVERY_MILLIS = 2_000;

  /** A tenth of one processor: what people wait for goes before what nobody waits for. */
  private static final long PROPOSING_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final PeopleIndex index;
  private final ScheduledExecutorService executor;
  private boolean failing;

  public IndexLoop(PeopleIndex index) {
    this.index = index;
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heed-people").factory());
  }

  /** Begins. */
  public void start() {
    var _ =
        executor.scheduleWithFixedDelay(
            this::attempt, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void attempt() {
    try {
      index.keepSome(PROPOSING_NANOS);
      if (failing) {
        failing = false;
        LOG.info("The index of people is being kept again.");
      }
    } catch (RuntimeException e) {
      // Said once: the next attempt comes by itself, and nothing is lost while it waits.
      if (!failing) {
        failing = true;
        LOG.warn(
            "The index of people could not be kept; trying again. ({})",
            e.getClass().getSimpleName());
      }
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
