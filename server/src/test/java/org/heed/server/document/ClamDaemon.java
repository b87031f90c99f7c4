package org.heed.server.document;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks ClamAV's INSTREAM and VERSION on the loopback, and says of every file what it is told. */
final class ClamDaemon implements AutoCloseable {
  private final ServerSocket listening;
  private volatile String answer;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private int pieces;

  ClamDaemon(String answer) throws IOException {
    this.answer = answer;
    this.listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return listening.getLocalPort();
  }

  void answers(String other) {
    answer = other;
  }

  synchronized byte[] received() {
    return received.toByteArray();
  }

  synchronized int pieces() {
    return pieces;
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        talk(socket);
      } catch (IOException e) {
        // The test has ended, or the other side has hung up.
      }
    }
  }

  private void talk(Socket socket) throws IOException {
    DataInputStream from = new DataInputStream(socket.getInputStream());
    StringBuilder command = new StringBuilder();
    for (int at = from.read(); at > 0; at = from.read()) {
      command.append((char) at);
    }
    String says = answer;
    switch (command.toString()) {
      case "zVERSION" -> says = "ClamAV 1.4.2/27500/Mon Nov 23";
      case "zINSTREAM" -> receive(from);
      default -> says = "UNKNOWN COMMAND";
    }
    if (!says.isEmpty()) {
      socket.getOutputStream().write((says + "\0").getBytes(StandardCharsets.UTF_8));
    }
  }

  private synchronized void receive(DataInputStream from) throws IOException {
    received.reset();
    pieces = 0;
    for (int length = from.readInt(); length > 0; length = from.readInt()) {
      received.write(from.readNBytes(length));
      pieces++;
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
