package org.heed.server.notice;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives notices and sends them while the server runs: every five minutes. */
public final class NoticeLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeLoop.class);
  private static final long EVERY_MINUTES = 5;

  private final Notices notices;
  private final NoticeMail mail;
  private final ScheduledExecutorService executor;

  public NoticeLoop(Notices notices, NoticeMail mail) {
    this.notices = notices;
    this.mail = mail;
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heed-notices").factory());
  }

  /** Begins. */
  public void start() {
    var _ =
        executor.scheduleWithFixedDelay(
            this::attempt, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  private void attempt() {
    try {
      notices.give();
      mail.send(notices.program());
    } catch (RuntimeException e) {
      // The next attempt comes by itself, and what was not given is given then.
      LOG.warn("Notices could not be given. ({})", e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
