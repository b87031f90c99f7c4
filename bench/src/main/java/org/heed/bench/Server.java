package org.heed.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A server that serves pages. */
final class Server implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final long LOOK_NANOS = 20_000_000;

  private final Running running;
  private final int port;
  private final long servedAt;

  private Server(Running running, int port, long servedAt) {
    this.running = running;
    this.port = port;
    this.servedAt = servedAt;
  }

  /** Asks for {@code /} until it is answered with a page. */
  static Server start(Running running, int port) throws IOException {
    while (!answers(port)) {
      if (!running.isAlive()) {
        throw running.failure("ended before it served a page");
      }
      if (System.nanoTime() - running.began() > PATIENCE.toNanos()) {
        running.close();
        throw running.failure("served no page in " + PATIENCE);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return new Server(running, port, System.nanoTime());
  }

  private static boolean answers(int port) {
    try {
      HttpURLConnection page =
          (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
      try {
        return page.getResponseCode() == 200;
      } finally {
        page.disconnect();
      }
    } catch (IOException notYet) {
      return false;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  /** From the command to the first page, in nanoseconds. */
  long startNanos() {
    return servedAt - running.began();
  }

  Memory memory() {
    return running.memory();
  }

  /** Processor time that it, its PostgreSQL and this program have spent. */
  Spent spent() {
    return running.spent();
  }

  @Override
  public void close() {
    running.close();
  }
}
