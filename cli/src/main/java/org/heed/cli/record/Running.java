package org.heed.cli.record;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.heed.cli.CommandFailure;
import org.heed.postgres.PostgresFailure;
import org.heed.server.HeedServer;
import org.heed.server.StartFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/**
 * A server that runs until somebody ends it with Ctrl-C or SIGTERM, which is how it should end: the
 * exit status is then 0, where a JVM by itself would answer 130 or 143.
 */
final class Running {
  private final Object turn = new Object();
  private final Thread ending = new Thread(this::end, "heed-end");
  private @Nullable HeedServer server;
  private boolean failed;

  /** Starts a server, tells {@code ready} about it, and waits for the end, which never returns. */
  int run(Supplier<HeedServer> start, Ready ready) {
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      HeedServer started = start.get();
      synchronized (turn) {
        server = started;
      }
      ready.tell(started);
      new CountDownLatch(1).await();
      return 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (StartFailure | PostgresFailure known) {
      throw failed(new CommandFailure(String.valueOf(known.getMessage()), known));
    } catch (PortInUseException taken) {
      throw failed(
          new CommandFailure(
              "Port " + taken.getPort() + " is taken by another program: choose another with --port.",
              taken));
    } catch (RuntimeException unforeseen) {
      throw failed(unforeseen);
    }
  }

  private RuntimeException failed(RuntimeException why) {
    synchronized (turn) {
      failed = true;
      if (server != null) {
        server.close();
      }
    }
    return why;
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
