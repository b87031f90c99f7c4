package org.heed.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.heed.postgres.PostgresFailure.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, stopping, dying and coming back. */
final class ServerLifeTest {
  private static final Duration BOUND = Duration.ofSeconds(60);

  @TempDir Path folder;

  @BeforeEach
  void letTheServersUserIn() throws IOException {
    Fixtures.reachable(folder);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static PostgresOptions options() {
    return Fixtures.options(Fixtures.installedServerIsThere() ? "installed" : "bundled");
  }

  private static long serverProcess(Path data) {
    return PostmasterFile.read(new DataFolder(data).cluster()).orElseThrow().process();
  }

  private static void kill(long process) {
    ProcessHandle.of(process).orElseThrow().destroyForcibly();
  }

  @ParameterizedTest
  @ValueSource(strings = {"installed", "bundled"})
  void restartedServer_keepsItsData_andLeavesNoProcess(String choice) throws SQLException {
    assumeTrue(choice.equals("bundled") || Fixtures.installedServerIsThere(), "none installed");
    PostgresOptions options = Fixtures.options(choice);
    long process;
    try (OwnPostgres server = OwnPostgres.start(data(), options)) {
      Fixtures.run(server.address(), "CREATE DATABASE heed");
      Fixtures.run(server.address("heed"), "CREATE TABLE kept AS SELECT 42 AS n");
      process = serverProcess(data());
    }
    assertThat(Path.of("/proc", Long.toString(process))).doesNotExist();
    assertThat(PostmasterFile.path(new DataFolder(data()).cluster())).doesNotExist();
    assertThatThrownBy(() -> OwnPostgres.attach(data()))
        .isInstanceOf(PostgresFailure.class)
        .hasFieldOrPropertyWithValue("kind", Kind.NOT_RUNNING);
    try (OwnPostgres server = OwnPostgres.start(data(), options)) {
      assertThat(Fixtures.ask(server.address("heed"), "SELECT n FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void killedServer_comesBackOnItsPort_andSaysSo() throws SQLException {
    List<String> notices = new CopyOnWriteArrayList<>();
    try (OwnPostgres server = OwnPostgres.start(data(), options().withNotices(notices::add))) {
      Fixtures.run(server.address(), "CREATE TABLE kept AS SELECT 42 AS n");
      kill(serverProcess(data()));
      assertThat(Waiting.until(BOUND, () -> notices.size() == 2)).isTrue();
      assertThat(notices.get(0)).contains("PostgreSQL ended by itself");
      assertThat(notices.get(1)).contains("PostgreSQL is running again");
      assertThat(Fixtures.ask(server.address(), "SELECT n FROM kept")).isEqualTo("42");
    }
  }

  @Test
  @Tag("long")
  void killedWatchdog_takesTheServerWithIt_andBothComeBack() throws SQLException {
    List<String> notices = new CopyOnWriteArrayList<>();
    try (OwnPostgres server = OwnPostgres.start(data(), options().withNotices(notices::add))) {
      long process = serverProcess(data());
      kill(ProcessHandle.of(process).orElseThrow().parent().orElseThrow().pid());
      assertThat(Waiting.until(BOUND, () -> notices.size() == 2)).isTrue();
      assertThat(serverProcess(data())).isNotEqualTo(process);
      assertThat(Fixtures.ask(server.address(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void interruptedMaking_isRemovedAndDoneAgain() throws IOException, SQLException {
    Path half = data().resolve("postgres/initialising-123/cluster");
    Files.createDirectories(half.resolve("base"));
    Files.writeString(half.resolve("PG_VERSION"), "15\n");
    Fixtures.reachable(data());
    try (OwnPostgres server = OwnPostgres.start(data(), options())) {
      assertThat(half).doesNotExist();
      assertThat(Fixtures.ask(server.address(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void staleFileNamingAnotherProgram_doesNotStopTheStart() throws IOException, SQLException {
    OwnPostgres.start(data(), options()).close();
    Path file = PostmasterFile.path(new DataFolder(data()).cluster());
    long self = ProcessHandle.current().pid();
    Files.writeString(file, self + "\n" + data() + "\n1\n5432\n\n127.0.0.1\n1 1\nready   \n");
    try (OwnPostgres server = OwnPostgres.start(data(), options())) {
      assertThat(Fixtures.ask(server.address(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void takenPort_isNamedWithTheCure() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> OwnPostgres.start(data(), options().withPort(taken.getLocalPort())))
          .isInstanceOf(PostgresFailure.class)
          .hasFieldOrPropertyWithValue("kind", Kind.PORT_TAKEN)
          .hasMessageStartingWith("Port " + taken.getLocalPort() + " is taken");
    }
  }

  @Test
  void folderMadeByAnotherVersion_isRefusedWithTheCure() throws IOException {
    Path cluster = new DataFolder(data()).cluster();
    Files.createDirectories(cluster);
    Files.writeString(cluster.resolve("PG_VERSION"), "13\n");
    assertThatThrownBy(() -> OwnPostgres.start(data(), PostgresOptions.usual()))
        .isInstanceOf(PostgresFailure.class)
        .hasFieldOrPropertyWithValue("kind", Kind.WRONG_VERSION)
        .hasMessageContaining("made by PostgreSQL 13")
        .hasMessageContaining("install PostgreSQL 13");
  }

  @Test
  void clusterThatIsNotWhole_isLeftAloneAndNamed() throws IOException {
    Path cluster = new DataFolder(data()).cluster();
    Files.createDirectories(cluster.resolve("base"));
    assertThatThrownBy(() -> OwnPostgres.start(data(), options()))
        .isInstanceOf(PostgresFailure.class)
        .hasFieldOrPropertyWithValue("kind", Kind.DAMAGED);
    assertThat(cluster.resolve("base")).exists();
  }

  @Test
  void fileWhereTheFolderShouldBe_isNamedWithTheCure() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> OwnPostgres.start(file.resolve("data"), options()))
        .isInstanceOf(PostgresFailure.class)
        .hasFieldOrPropertyWithValue("kind", Kind.FOLDER_UNUSABLE)
        .hasMessageContaining("--data");
  }

  @Test
  void noBinariesAtTheNamedPlace_isNamedWithTheCure() {
    assertThatThrownBy(() -> OwnPostgres.start(data(), options().withBinaries("/nowhere")))
        .isInstanceOf(PostgresFailure.class)
        .hasFieldOrPropertyWithValue("kind", Kind.NO_BINARIES)
        .hasMessageContaining("HEED_POSTGRES");
  }

  @Test
  void guestsLook_doesNotDropTheLock() {
    try (OwnPostgres server = OwnPostgres.start(data(), options())) {
      assertThat(OwnPostgres.attach(data()).port()).isEqualTo(server.port());
      assertThat(OtherJvm.run("attach", data())).startsWith("port " + server.port());
      assertThat(OtherJvm.run("start", data())).contains("Another Heed is running");
    }
  }
}
