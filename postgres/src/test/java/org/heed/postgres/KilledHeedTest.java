package org.heed.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Heed process of its own is killed in each way, and the next one starts. */
final class KilledHeedTest {
  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void letTheServersUserIn() throws IOException {
    data = Fixtures.reachable(folder).resolve("data");
  }

  private PostmasterFile running() {
    return PostmasterFile.read(new DataFolder(data).cluster()).orElseThrow();
  }

  private static void hardKill(ProcessHandle process) {
    process.destroyForcibly();
  }

  private static boolean gone(long process) {
    return !Files.exists(Path.of("/proc", Long.toString(process)))
        && ProcessHandle.of(process).isEmpty();
  }

  private void nextHeedStartsAndHasTheTable() throws SQLException {
    try (OwnPostgres next =
        OwnPostgres.start(
            data, Fixtures.options(Fixtures.installedServerIsThere() ? "installed" : "bundled"))) {
      assertThat(Fixtures.ask(next.address(), "SELECT n FROM kept")).isEqualTo("42");
    }
  }

  private Process heedWithTable() throws SQLException {
    Process heed = OtherJvm.launch("start", data);
    assertThat(OtherJvm.firstLine(heed)).startsWith("port ");
    Fixtures.run(OwnPostgres.attach(data), "CREATE TABLE kept AS SELECT 42 AS n");
    return heed;
  }

  @Test
  void killedHeed_leavesNoServer_andTheNextStarts() throws SQLException {
    Process heed = heedWithTable();
    long server = running().process();
    hardKill(heed.toHandle());
    heed.onExit().join();
    assertThat(Waiting.until(Duration.ofSeconds(20), () -> gone(server))).isTrue();
    nextHeedStartsAndHasTheTable();
  }

  @Test
  @Tag("long")
  void killedHeed_isSucceededAtOnce() throws SQLException {
    Process heed = heedWithTable();
    hardKill(heed.toHandle());
    heed.onExit().join();
    nextHeedStartsAndHasTheTable();
  }

  @Test
  @Tag("long")
  void heedAndServerKilledTogether_areSucceededAtOnce() throws SQLException {
    Process heed = heedWithTable();
    long server = running().process();
    hardKill(heed.toHandle());
    hardKill(ProcessHandle.of(server).orElseThrow());
    heed.onExit().join();
    nextHeedStartsAndHasTheTable();
  }

  @Test
  @Tag("long")
  void everyProcessKilledButTheServer_isNotAdopted() throws SQLException {
    Process heed = heedWithTable();
    long server = running().process();
    ProcessHandle watchdog = ProcessHandle.of(server).orElseThrow().parent().orElseThrow();
    Stream.concat(Stream.of(watchdog), watchdog.children())
        .filter(process -> process.pid() != server)
        .forEach(KilledHeedTest::hardKill);
    hardKill(heed.toHandle());
    heed.onExit().join();
    nextHeedStartsAndHasTheTable();
    assertThat(Waiting.until(Duration.ofSeconds(20), () -> gone(server))).isTrue();
  }

  @Test
  @Tag("long")
  void heedKilledWhileMakingItsCluster_isSucceeded() throws IOException, SQLException {
    Process heed = OtherJvm.launch("start", data);
    Path postgres = data.resolve("postgres");
    boolean making =
        Waiting.until(
            Duration.ofSeconds(30),
            () -> {
              try (Stream<Path> files = Files.walk(postgres)) {
                return files.anyMatch(path -> path.endsWith("global"));
              } catch (IOException | java.io.UncheckedIOException e) {
                return false;
              }
            });
    assertThat(making).isTrue();
    hardKill(heed.toHandle());
    heed.onExit().join();
    try (OwnPostgres next =
        OwnPostgres.start(
            data, Fixtures.options(Fixtures.installedServerIsThere() ? "installed" : "bundled"))) {
      assertThat(Fixtures.ask(next.address(), "SELECT 1")).isEqualTo("1");
    }
    try (Stream<Path> files = Files.list(postgres)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith("initialising"));
    }
  }
}
