package org.heed.server.document;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * ClamAV's daemon, spoken to by its protocol (clamd(8), INSTREAM and VERSION): a command that ends
 * in a zero byte, the file in pieces that each say their length, and a length of zero.
 */
final class ClamAv implements Scanner {
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int PIECE = 1 << 16;
  private static final int LONGEST_ANSWER = 4_096;
  private static final String FOUND = " FOUND";

  private final DocumentSettings.Host host;

  ClamAv(DocumentSettings.Host host) {
    this.host = host;
  }

  @Override
  public boolean isSet() {
    return true;
  }

  @Override
  public Found scan(byte[] content) {
    try {
      String said = ask("zINSTREAM\0", content);
      String version = ask("zVERSION\0", null);
      String answer = said.startsWith("stream: ") ? said.substring("stream: ".length()) : said;
      if (answer.equals("OK")) {
        return new Found(Scan.CLEAN, version, null);
      }
      return answer.endsWith(FOUND)
          ? new Found(Scan.INFECTED, version, answer.substring(0, answer.length() - FOUND.length()))
          : new Found(Scan.WAITING, null, null);
    } catch (IOException away) {
      return new Found(Scan.WAITING, null, null);
    }
  }

  private String ask(String command, byte @org.jspecify.annotations.Nullable [] content)
      throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host.name(), host.port()), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      DataOutputStream to = new DataOutputStream(socket.getOutputStream());
      to.write(command.getBytes(StandardCharsets.US_ASCII));
      if (content != null) {
        for (int at = 0; at < content.length; at += PIECE) {
          int length = Math.min(PIECE, content.length - at);
          to.writeInt(length);
          to.write(content, at, length);
        }
        to.writeInt(0);
      }
      to.flush();
      return answer(socket.getInputStream());
    }
  }

  private static String answer(InputStream from) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    for (int at = from.read(); at > 0 && answer.size() < LONGEST_ANSWER; at = from.read()) {
      answer.write(at);
    }
    if (answer.size() == 0) {
      throw new IOException("the scanner said nothing");
    }
    return answer.toString(StandardCharsets.UTF_8).strip();
  }
}
