package org.heed.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A real server on the loopback that speaks the daemon's protocol. */
class ClamAvTest {
  private static Scanner at(ClamDaemon daemon) {
    return Scanner.of(Optional.of(new DocumentSettings.Host("127.0.0.1", daemon.port())));
  }

  @Test
  void file_arrivesWholeInPieces_andIsClean() throws IOException {
    byte[] content = new byte[200_001];
    Arrays.fill(content, (byte) 7);
    try (ClamDaemon daemon = new ClamDaemon("stream: OK")) {
      Scanner.Found found = at(daemon).scan(content);
      assertThat(found)
          .isEqualTo(new Scanner.Found(Scan.CLEAN, "ClamAV 1.4.2/27500/Mon Nov 23", null));
      assertThat(daemon.received()).isEqualTo(content);
      assertThat(daemon.pieces()).isEqualTo(4);
    }
  }

  @Test
  void signature_isTold() throws IOException {
    try (ClamDaemon daemon = new ClamDaemon("stream: Eicar-Signature FOUND")) {
      assertThat(at(daemon).scan("made".getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(
              new Scanner.Found(Scan.INFECTED, "ClamAV 1.4.2/27500/Mon Nov 23", "Eicar-Signature"));
    }
  }

  @Test
  void daemonThatFails_leavesTheFileWaiting() throws IOException {
    for (String answer : new String[] {"INSTREAM size limit exceeded. ERROR", "", "OKAY"}) {
      try (ClamDaemon daemon = new ClamDaemon(answer)) {
        assertThat(at(daemon).scan(new byte[1]).outcome()).as(answer).isEqualTo(Scan.WAITING);
      }
    }
  }

  @Test
  void daemonThatIsNotThere_leavesTheFileWaiting() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    Scanner scanner = Scanner.of(Optional.of(new DocumentSettings.Host("127.0.0.1", port)));
    assertThat(scanner.scan(new byte[1])).isEqualTo(new Scanner.Found(Scan.WAITING, null, null));
    assertThat(Scanner.of(Optional.empty()).scan(new byte[1]).outcome())
        .isEqualTo(Scan.NOT_SCANNED);
  }
}
