package org.heed.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.heed.postgres.DatabaseAddress;
import org.heed.testkit.TestCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot start says why in one plain sentence, with the cure, and ends with 1. */
final class StartFaultsTest {
  @TempDir Path folder;

  private String data() {
    return folder.resolve("data").toString();
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The tests' server, which does not flush to disk. */
  private static String testServer(DatabaseAddress server) {
    return "postgresql://" + server.user() + "@127.0.0.1:" + server.port() + "/postgres";
  }

  private static String sentence(Map<String, String> environment, String... arguments) {
    HeedProcess heed = HeedProcess.start(environment, arguments);
    int status = heed.status();
    List<String> errors = heed.errors();
    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst())
        .startsWith("heed: ")
        .endsWith(".")
        .doesNotContain("Exception", "org.heed", "\tat ");
    assertThat(heed.output()).isEmpty();
    assertThat(status).isEqualTo(1);
    return errors.getFirst();
  }

  private static String sentence(String... arguments) {
    return sentence(Map.of(), arguments);
  }

  @Test
  void takenPort_isNamed_beforeAnythingIsMade() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(sentence("serve", "--port", port, "--data", data()))
          .contains("Port " + port + " is taken", "--port");
      assertThat(folder.resolve("data")).doesNotExist();
    }
  }

  @Test
  void fileInPlaceOfTheDataFolder_isNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(sentence("serve", "--port", "0", "--data", file.toString()))
        .contains(file.toString(), "cannot be written", "--data");
  }

  @Test
  void databaseThatIsDown_isNamed() throws IOException {
    String address = "postgresql://heed@127.0.0.1:" + closedPort() + "/heed";
    assertThat(sentence("serve", "--port", "0", "--data", data(), "--database", address))
        .contains(address, "does not answer", "check that it runs");
  }

  @Test
  void importIntoADatabaseThatIsDown_isNamed() throws IOException {
    String address = "postgresql://heed@127.0.0.1:" + closedPort() + "/heed";
    ImportScene scene = ImportScene.in(folder, 1);
    assertThat(sentence(scene.importCommand("--data", data(), "--database", address)))
        .contains(address, "does not answer", "check that it runs");
  }

  @Test
  void wrongPassword_isNamed_andNotRepeated() {
    assertThat(
            sentence(
                Map.of("PGPASSWORD", "not-this-one"),
                "serve",
                "--port",
                "0",
                "--data",
                data(),
                "--database",
                testServer(TestCluster.shared().address())))
        .contains("does not let this user in", "PGPASSWORD")
        .doesNotContain("not-this-one");
  }

  @Test
  void serverThatDoesNotFlush_isRefused() {
    DatabaseAddress server = TestCluster.shared().address();
    assertThat(
            sentence(
                Map.of("PGPASSWORD", String.valueOf(server.password())),
                "serve",
                "--port",
                "0",
                "--data",
                data(),
                "--database",
                testServer(server)))
        .contains("fsync off", "set fsync = on");
  }
}
