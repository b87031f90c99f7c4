package org.heed.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.heed.postgres.PostgresFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that are full, closed or damaged. Small disks are mounted, so some need root. */
final class BadPlaceTest {
  @TempDir Path folder;
  private boolean mounted;

  private static PostgresOptions options() {
    return Fixtures.options(Fixtures.installedServerIsThere() ? "installed" : "bundled");
  }

  private void mount(String how) {
    mounted =
        Privileges.isRoot()
            && Commands.succeeds(
                List.of("mount", "-t", "tmpfs", "-o", how, "none", folder.toString()));
    assumeTrue(mounted, "a disk of its own can be mounted by root only");
  }

  @AfterEach
  void unmount() {
    if (mounted) {
      Commands.succeeds(List.of("umount", folder.toString()));
    }
  }

  @Test
  void damagedControlFile_isNamedWithTheCure_andNothingIsDeleted() throws IOException {
    Fixtures.reachable(folder);
    OwnPostgres.start(folder, options()).close();
    Path control = new DataFolder(folder).cluster().resolve("global/pg_control");
    Files.write(control, new byte[8192]);
    assertThatThrownBy(() -> OwnPostgres.start(folder, options()))
        .isInstanceOf(PostgresFailure.class)
        .hasFieldOrPropertyWithValue("kind", Kind.DAMAGED)
        .hasMessageContaining("restore the last backup");
    assertThat(control).exists();
  }

  @Test
  @Tag("long")
  void folderClosedToOthers_runsTheServerWithoutThem_andKeepsItsData()
      throws IOException, SQLException {
    Fixtures.reachable(folder);
    try (OwnPostgres server = OwnPostgres.start(folder, options())) {
      Fixtures.run(server.address(), "CREATE TABLE kept AS SELECT 42 AS n");
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    try (OwnPostgres server = OwnPostgres.start(folder, options())) {
      assertThat(Fixtures.ask(server.address(), "SELECT n FROM kept")).isEqualTo("42");
    }
    Fixtures.reachable(folder);
    try (OwnPostgres server = OwnPostgres.start(folder, options())) {
      assertThat(Fixtures.ask(server.address(), "SELECT n FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void readOnlyFolder_isNamedWithTheCure() {
    mount("ro");
    assertThatThrownBy(() -> OwnPostgres.start(folder, options()))
        .isInstanceOf(PostgresFailure.class)
        .hasFieldOrPropertyWithValue("kind", Kind.FOLDER_UNUSABLE)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void diskTooSmallForACluster_isNamedWithTheCure() {
    mount("size=12m,mode=711");
    assertThatThrownBy(() -> OwnPostgres.start(folder, options()))
        .isInstanceOf(PostgresFailure.class)
        .hasFieldOrPropertyWithValue("kind", Kind.DISK_FULL)
        .hasMessageContaining("free some space");
  }

  @Test
  @Tag("long")
  void diskThatFillsUp_losesNothingAcknowledged() throws IOException, SQLException {
    mount("size=160m,mode=711");
    List<String> notices = new CopyOnWriteArrayList<>();
    long acknowledged = 0;
    OwnPostgres server = OwnPostgres.start(folder, options().withNotices(notices::add));
    try {
      Fixtures.run(server.address(), "CREATE TABLE kept (n int, filler text)");
      while (acknowledged < 10_000) {
        Fixtures.run(
            server.address(),
            "INSERT INTO kept SELECT "
                + acknowledged
                + ", string_agg(md5(random()::text), '') FROM generate_series(1, 60000)");
        acknowledged++;
      }
    } catch (SQLException e) {
      assertThat(acknowledged).isPositive();
    } finally {
      server.close();
    }
    assertThat(acknowledged).isLessThan(10_000);
    Commands.succeeds(List.of("mount", "-o", "remount,size=400m", folder.toString()));
    try (OwnPostgres again = OwnPostgres.start(folder, options())) {
      assertThat(
              Integer.parseInt(Fixtures.ask(again.address(), "SELECT count(DISTINCT n) FROM kept")))
          .isBetween((int) acknowledged, (int) acknowledged + 1);
    }
  }

  @Test
  @Tag("long")
  void changedPage_isFoundByItsChecksum() throws IOException, SQLException {
    Fixtures.reachable(folder);
    String file;
    try (OwnPostgres server = OwnPostgres.start(folder, options())) {
      Fixtures.run(
          server.address(), "CREATE TABLE kept AS SELECT n FROM generate_series(1, 5000) n");
      file = Fixtures.ask(server.address(), "SELECT pg_relation_filepath('kept')");
    }
    Path page = new DataFolder(folder).cluster().resolve(file);
    try (FileChannel channel = FileChannel.open(page, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}), 4_000);
    }
    try (OwnPostgres server = OwnPostgres.start(folder, options())) {
      assertThatThrownBy(() -> Fixtures.ask(server.address(), "SELECT sum(n) FROM kept"))
          .isInstanceOf(SQLException.class)
          .hasFieldOrPropertyWithValue("SQLState", "XX001");
      boolean counted =
          Waiting.until(
              Duration.ofSeconds(30),
              () -> {
                try (var connection = server.address().connect()) {
                  return ServerCheck.checksumFailures(connection) > 0;
                } catch (SQLException e) {
                  return false;
                }
              });
      assertThat(counted).isTrue();
    }
  }
}
