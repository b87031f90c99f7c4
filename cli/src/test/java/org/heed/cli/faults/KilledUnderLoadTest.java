package org.heed.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import org.heed.testkit.Seeded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Ten kills, of Heed and of PostgreSQL in turn, while four clients record reports. */
@Tag("long")
final class KilledUnderLoadTest {
  private static final int KILLS = 10;
  private static final int CLIENTS = 4;

  @TempDir Path folder;
  @RegisterExtension final Seeded seeded = new Seeded();

  @BeforeEach
  void letTheServersUserIn() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @Test
  void everyAcknowledgedReport_isThereOnce_andNothingIsThereInPart() {
    Path data = folder.resolve("data");
    HeedProcess heed = HeedProcess.serve(data);
    try (ReportLoad load = ReportLoad.of(data, heed, CLIENTS)) {
      for (int kill = 1; kill <= KILLS; kill++) {
        load.awaitMore(1 + seeded.random().nextInt(120));
        if (kill % 2 == 0) {
          // Heed starts it again by itself, on the same port.
          Postmaster.kill(data);
          load.awaitMore(1);
        } else {
          heed.kill();
          heed = HeedProcess.serve(data);
          load.movedTo(heed.port());
          load.awaitMore(1);
        }
        requireAcknowledged(data, load.acknowledged());
        System.err.println("kill " + kill + " of " + KILLS + " under load");
      }
      load.awaitMore(20);
      load.stop();
      requireAcknowledged(data, load.acknowledged());
      RecordState.of(data).requireWhole();
      assertThat(load.strange()).isEmpty();
    } finally {
      heed.close();
    }
    HeedProcess verify = HeedProcess.start("verify", "--data", data.toString());
    assertThat(verify.status()).as("%s", verify.output()).isZero();
    assertThat(verify.output().getLast()).startsWith("ok ");
  }

  private static void requireAcknowledged(Path data, Map<String, UUID> acknowledged) {
    RecordState state = RecordState.of(data);
    assertThat(state.reports(ReportLoad.SOURCE)).containsAllEntriesOf(acknowledged);
    state.requireWhole();
  }
}
