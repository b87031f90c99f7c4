package org.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void knownFailure_saysItsSentence() {
    assertThat(Failures.sentence(new CommandFailure("port 8080 is taken.")))
        .isEqualTo("port 8080 is taken.");
  }

  @Test
  void missingFile_isNamed_alsoWhenWrapped() {
    IOException missing = new NoSuchFileException("people.csv");
    assertThat(Failures.sentence(missing)).isEqualTo("there is no file people.csv.");
    assertThat(Failures.sentence(new UncheckedIOException(missing)))
        .isEqualTo("there is no file people.csv.");
  }

  @Test
  void fullDisk_saysWhichFileAndWhy() {
    assertThat(
            Failures.sentence(new FileSystemException("out.csv", null, "No space left on device")))
        .isEqualTo("out.csv: No space left on device.");
  }

  @Test
  void unforeseenFault_showsItsPlace_neverItsMessage() {
    assertThat(Failures.sentence(new IllegalStateException("child's name")))
        .contains("IllegalStateException", "FailuresTest")
        .doesNotContain("child's name");
  }
}
