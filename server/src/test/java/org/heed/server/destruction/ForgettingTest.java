package org.heed.server.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.archive.ArchiveSync;
import org.heed.server.store.KnownPositions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies beside the record forget what was destroyed, whatever becomes of another copy. */
class ForgettingTest {
  @TempDir private Path folder;

  @Test
  void archive_holdsTheWordsNoLonger_andACopyThatFailsKeepsNoOtherFromForgetting()
      throws IOException {
    try (DestructionScene made = new DestructionScene()) {
      UUID report = made.whole("D/1");
      made.whole("D/2");
      ArchiveSync archive =
          new ArchiveSync(
              made.scene.server.acts(),
              made.scene.server.databases(),
              new KnownPositions(made.scene.server.databases()),
              folder);
      Caller keeper = made.scene.server.someone(Right.READ);
      archive.sync(keeper, _ -> {}).close();
      List<Path> before = archived();
      assertThat(before).isNotEmpty();

      made.destroy(report);
      assertThat(before).allSatisfy(file -> assertThat(file).exists());
      new Forgetting(
              List.of(
                  () -> {
                    throw new IllegalStateException("made");
                  },
                  () -> archive.forget(keeper)))
          .now();
      assertThat(before).allSatisfy(file -> assertThat(file).doesNotExist());
      assertThat(archived()).as("the other narrative").isNotEmpty();
    }
  }

  private List<Path> archived() throws IOException {
    List<Path> files = new ArrayList<>();
    try (var all = Files.newDirectoryStream(folder.resolve("archive"), "narratives-*")) {
      all.forEach(files::add);
    }
    return files;
  }
}
