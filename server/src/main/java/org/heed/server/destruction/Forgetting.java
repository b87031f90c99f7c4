package org.heed.server.destruction;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the copies beside the record forget what was destroyed, at once and one after the other,
 * while nobody waits. A copy that cannot now does so at the next start, or is brought in line by
 * whoever uses it next.
 */
@Component
public class Forgetting implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

  private final List<WhenDestroyed> copies;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("heed-forgetting").factory());

  public Forgetting(List<WhenDestroyed> copies) {
    this.copies = List.copyOf(copies);
  }

  /** What was destroyed as Heed stopped, or by a list as it starts, is forgotten now. */
  @EventListener(ApplicationReadyEvent.class)
  public void started() {
    soon();
  }

  void soon() {
    executor.execute(this::now);
  }

  void now() {
    for (WhenDestroyed copy : copies) {
      try {
        copy.destroyed();
      } catch (RuntimeException e) {
        LOG.warn(
            "{} could not forget what was destroyed; it does so at the next start or when it is used. ({})",
            copy.getClass().getSimpleName(),
            e.getClass().getSimpleName());
      }
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
