package org.heed.server.rulebook;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Databases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what the record adopts in force while the program runs: right after the second adoption, and
 * otherwise within seconds of its date, or of its adoption in another program.
 */
public final class Adoption implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);
  private static final long ASK_EVERY_SECONDS = 10;

  /** What came with Heed, in force while nothing later is adopted. */
  private final RulebookInForce given;

  private final RulebookInForce inForce;
  private final Databases databases;
  private final Path data;
  private final Clock clock;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("heed-rulebook").factory());
  private boolean failing;

  private Adoption(RulebookInForce given, Databases databases, Path data, Clock clock) {
    this.given = given.now();
    this.databases = databases;
    this.data = data;
    this.clock = clock;
    this.inForce = AdoptedRulebook.over(this.given, databases, data, clock).now();
  }

  /**
   * What is in force at a start, over what came with Heed.
   *
   * @param data the folder in which adopted rulebooks are laid out
   */
  public static Adoption over(RulebookInForce given, Databases databases, Path data, Clock clock) {
    return new Adoption(given, databases, data, clock);
  }

  /** What is in force, from then on too. */
  public RulebookInForce inForce() {
    return inForce;
  }

  /** Begins to ask now and then. */
  public void start() {
    var _ =
        executor.scheduleWithFixedDelay(
            this::attempt, ASK_EVERY_SECONDS, ASK_EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Asks the record, and puts what it adopted last in force; says whether that was another. */
  synchronized boolean refresh() {
    if (AdoptedRulebook.name(given, databases, clock).equals(inForce.name())) {
      return false;
    }
    inForce.becomes(AdoptedRulebook.over(given, databases, data, clock));
    LOG.info("The rulebook {} is in force.", inForce.name());
    return true;
  }

  /** As {@link #refresh()}; what cannot be put in force leaves the one before. */
  synchronized boolean attempt() {
    try {
      boolean changed = refresh();
      failing = false;
      return changed;
    } catch (RuntimeException e) {
      // Said once: the next attempt comes by itself, and reading goes on meanwhile.
      if (!failing) {
        failing = true;
        LOG.warn(
            "The rulebook adopted last could not be put in force; {} still is. ({})",
            inForce.name(),
            e.getClass().getSimpleName());
      }
      return false;
    }
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
