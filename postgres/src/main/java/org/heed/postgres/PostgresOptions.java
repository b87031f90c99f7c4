package org.heed.postgres;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How Heed's own PostgreSQL is started. The usual values suit a two-core machine.
 *
 * @param binaries which server's binaries: {@code auto}, {@code installed}, {@code bundled} or the
 *     path of a folder holding {@code postgres} and {@code initdb}
 * @param port the port on 127.0.0.1; 0 for any free one
 * @param unpackFolder where bundled binaries are unpacked; null for the data folder
 * @param durable false only for throw-away clusters of tests: no flush reaches the disk
 * @param notices told in one plain sentence when the server dies, is back, or cannot be restarted;
 *     called on a thread of its own
 */
public record PostgresOptions(
    String binaries,
    int port,
    @Nullable Path unpackFolder,
    boolean durable,
    Consumer<String> notices) {

  /** The setting, as system property or environment variable, that chooses the binaries. */
  public static final String CHOICE = "HEED_POSTGRES";

  /** Checks. */
  public PostgresOptions {
    Objects.requireNonNull(binaries);
    Objects.requireNonNull(notices);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port out of range: " + port);
    }
  }

  /**
   * Any free port, durable, silent, and the binaries that {@code HEED_POSTGRES} names, if it is
   * set.
   */
  public static PostgresOptions usual() {
    String choice = System.getProperty(CHOICE, System.getenv(CHOICE));
    return new PostgresOptions(
        choice == null || choice.isBlank() ? "auto" : choice.strip(), 0, null, true, notice -> {});
  }

  /** With these binaries: {@code auto}, {@code installed}, {@code bundled} or a folder. */
  public PostgresOptions withBinaries(String choice) {
    return new PostgresOptions(choice, port, unpackFolder, durable, notices);
  }

  /** On this port of 127.0.0.1. */
  public PostgresOptions withPort(int number) {
    return new PostgresOptions(binaries, number, unpackFolder, durable, notices);
  }

  /** Bundled binaries are unpacked here, so that several data folders can share them. */
  public PostgresOptions withUnpackFolder(Path folder) {
    return new PostgresOptions(binaries, port, folder, durable, notices);
  }

  /** Nothing is flushed to disk: for throw-away clusters of tests, never for records. */
  public PostgresOptions withoutDurability() {
    return new PostgresOptions(binaries, port, unpackFolder, false, notices);
  }

  /** Told what happens to the server, in plain sentences. */
  public PostgresOptions withNotices(Consumer<String> listener) {
    return new PostgresOptions(binaries, port, unpackFolder, durable, listener);
  }
}
