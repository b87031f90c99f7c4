package org.heed.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.heed.testkit.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder's disk fills up at work, and is freed. */
@Tag("long")
final class FullDiskTest {
  private static final int DISK = 1400;
  private static final int LEFT = 40;

  @TempDir Path mountPoint;
  @TempDir Path files;

  @Test
  void importOnAFullDisk_isOneSentence_andGoesOnWhenItIsFreed() {
    try (SmallDisk disk = SmallDisk.mount(mountPoint, DISK)) {
      Path data = disk.folder().resolve("data");
      assertThat(ImportScene.in(files, 1).importing(data).status()).isZero();
      ImportScene scene = ImportScene.in(files, 40_000);
      disk.fillUpTo(LEFT);
      HeedProcess stopped = scene.importing(data);
      assertThat(stopped.status()).as("%s", stopped.output()).isEqualTo(1);
      assertThat(stopped.errors()).hasSize(1);
      assertThat(stopped.errors().getFirst())
          .contains("disk", "is full", "make room", "run the import again")
          .doesNotContain("Exception");
      disk.free();
      HeedProcess goesOn = scene.importing(data);
      assertThat(goesOn.status()).as("%s", goesOn.errors()).isZero();
      scene.requireAllThereOnce(data);
    }
  }

  @Test
  void serverOnAFullDisk_saysSo_andRecordsAgainWithoutARestart() {
    try (SmallDisk disk = SmallDisk.mount(mountPoint, DISK)) {
      Path data = disk.folder().resolve("data");
      try (HeedProcess heed = HeedProcess.serve(data);
          ReportLoad load = ReportLoad.of(data, heed, 4)) {
        load.awaitMore(20);
        disk.fillUpTo(4);
        Await.until(
            () -> load.answered(503) > 0, "a refusal for want of space", Duration.ofMinutes(5));
        disk.free();
        load.awaitMore(20);
        assertThat(load.strange()).isEmpty();
        assertThat(RecordState.of(data).reports(ReportLoad.SOURCE))
            .containsAllEntriesOf(load.acknowledged());
        load.stop();
        RecordState.of(data).requireWhole();
      }
    }
  }
}
