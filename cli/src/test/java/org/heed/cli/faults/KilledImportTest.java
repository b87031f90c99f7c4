package org.heed.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.heed.testkit.Await;
import org.heed.testkit.Seeded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Ten kills, of the import and of PostgreSQL in turn, while a file goes in. */
@Tag("long")
final class KilledImportTest {
  private static final int KILLS = 10;
  private static final int ROWS = 30_000;
  private static final int ROWS_BETWEEN_KILLS = ROWS / (KILLS + 2);

  @TempDir Path folder;
  @RegisterExtension final Seeded seeded = new Seeded();

  @BeforeEach
  void letTheServersUserIn() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @Test
  void everyRow_isThereOnceInTheEnd_andNothingIsThereInPartOnTheWay() {
    Path data = folder.resolve("data");
    ImportScene scene = ImportScene.in(folder, ROWS);
    HeedProcess running = scene.importing(data);
    for (int kill = 1; kill <= KILLS; kill++) {
      int rows = (kill - 1) * ROWS_BETWEEN_KILLS + seeded.random().nextInt(ROWS_BETWEEN_KILLS);
      awaitRows(data, Math.max(1, rows), running);
      RecordState.of(data).requireWhole();
      if (kill % 2 == 0) {
        // The import starts it again by itself and goes on.
        Postmaster.kill(data);
      } else {
        running.kill();
        running = scene.importing(data);
      }
      System.err.println("kill " + kill + " of " + KILLS + " in an import");
    }
    assertThat(running.status()).as("%s", running.errors()).isZero();
    assertThat(running.output().getLast()).startsWith("{\"read\":" + ROWS + ",");
    assertThat(running.errors()).isEmpty();
    scene.requireAllThereOnce(data);
  }

  private static void awaitRows(Path data, int rows, HeedProcess running) {
    Await.until(
        () -> !running.alive() || RecordState.rowsImported(data) >= rows,
        rows + " rows in the record",
        Duration.ofMinutes(5));
    assertThat(running.alive()).as("still importing at %d: %s", rows, running.errors()).isTrue();
  }
}
