package org.heed.cli.record;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.heed.cli.CommandFailure;

/** Looks at the port first: a server that cannot listen should not start or change a database. */
final class FreePort {
  private FreePort() {}

  /**
   * Tries to listen, for a moment.
   *
   * @param port 0 for any that is free, which one always is
   */
  static void require(int port) {
    if (port == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new CommandFailure(
          port < 1024
              ? "Port " + port + " is taken, or only root may use it: choose another with --port."
              : "Port " + port + " is taken by another program: choose another with --port.",
          e);
    }
  }
}
