package org.heed.server.ledger;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps settling while the server runs, and keeps a checkpoint as a file every minute that brought
 * anything.
 */
public final class SequencerLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SequencerLoop.class);
  private static final long SETTLE_EVERY_MILLIS = 200;
  private static final long KEEP_EVERY_SECONDS = 60;

  private final Sequencer sequencer;
  private final Checkpoints checkpoints;
  private final ScheduledExecutorService executor;
  private boolean failing;

  public SequencerLoop(Sequencer sequencer, Checkpoints checkpoints) {
    this.sequencer = sequencer;
    this.checkpoints = checkpoints;
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heed-sequencer").factory());
  }

  /** Begins. */
  public void start() {
    var _ =
        executor.scheduleWithFixedDelay(
            () -> attempt(sequencer::settle),
            SETTLE_EVERY_MILLIS,
            SETTLE_EVERY_MILLIS,
            TimeUnit.MILLISECONDS);
    var _ =
        executor.scheduleWithFixedDelay(
            () -> attempt(checkpoints::keep),
            KEEP_EVERY_SECONDS,
            KEEP_EVERY_SECONDS,
            TimeUnit.SECONDS);
  }

  private interface Step {
    Object run() throws SQLException;
  }

  private void attempt(Step step) {
    try {
      step.run();
      if (failing) {
        failing = false;
        LOG.info("The ledger is being settled again.");
      }
    } catch (SQLException | RuntimeException e) {
      // Said once: the next attempt comes by itself, and nothing is lost while it waits.
      if (!failing) {
        failing = true;
        LOG.warn(
            "The ledger could not be settled; trying again. ({})", e.getClass().getSimpleName());
      }
    }
  }

  /** Ends the loop; settles, signs and keeps what is left, if the database still answers. */
  @Override
  public void close() {
    executor.shutdown();
    attempt(sequencer::settle);
    attempt(checkpoints::keep);
  }
}
