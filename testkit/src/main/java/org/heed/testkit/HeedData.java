package org.heed.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Outside data, found through the environment variable {@code HEED_DATA}. Tests that need it are
 * skipped, saying so, where it is absent.
 */
public final class HeedData {
  /** The environment variable that names the folder. */
  public static final String VARIABLE = "HEED_DATA";

  private HeedData() {}

  /** A file or folder of outside data, such as {@code text/passages.ndjson}. */
  public static Optional<Path> find(String name) {
    String folder = System.getenv(VARIABLE);
    return folder == null || folder.isBlank()
        ? Optional.empty()
        : Optional.of(Path.of(folder).toAbsolutePath().resolve(name)).filter(Files::exists);
  }

  /** The same for a test that needs it: aborts the test, as skipped, where it is absent. */
  public static Path require(String name) {
    Optional<Path> found = find(name);
    Assumptions.assumeTrue(
        found.isPresent(), () -> name + " is not in the folder that " + VARIABLE + " names");
    return found.orElseThrow();
  }
}
