package org.heed.cli.record;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.heed.server.HeedServer;
import org.jspecify.annotations.Nullable;

/**
 * A server that runs until somebody ends it with Ctrl-C or SIGTERM, which is how it should end: the
 * exit status is then 0, where a JVM by itself would answer 130 or 143.
 */
final class Running {
  /** Set by the launcher for a run that only shows the JVM what a start needs. */
  private static final boolean TRAINING = Boolean.getBoolean("heed.training");

  private final Object turn = new Object();
  private final Thread ending = new Thread(this::end, "heed-end");
  private @Nullable HeedServer server;
  private boolean failed;

  /** Starts a server, tells {@code ready} about it, and waits for the end, which never returns. */
  int run(int port, Supplier<HeedServer> start, Ready ready) {
    FreePort.require(port);
    ServerLog.quiet();
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      HeedServer started = start.get();
      synchronized (turn) {
        server = started;
      }
      ready.tell(started);
      if (TRAINING) {
        System.exit(0);
      }
      new CountDownLatch(1).await();
      return 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (RuntimeException why) {
      throw failed(why);
    }
  }

  private RuntimeException failed(RuntimeException why) {
    synchronized (turn) {
      failed = true;
      if (server != null) {
        server.close();
      }
    }
    return ServerFailures.explained(why);
  }

  private void end() {
    synchronized (turn) {
      if (failed) {
        return;
      }
      if (server != null) {
        server.close();
      }
    }
    Runtime.getRuntime().halt(0);
  }

  /** What to do once pages are served. */
  @FunctionalInterface
  interface Ready {
    void tell(HeedServer server);
  }
}
