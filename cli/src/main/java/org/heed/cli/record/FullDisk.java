package org.heed.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heed.cli.CommandFailure;
import org.heed.server.store.DatabaseFault;

/**
 * A PostgreSQL that cannot write its log does not say that the disk is full: it ends. Whoever reads
 * that the database is away should be told why.
 */
final class FullDisk {
  /** The next file of PostgreSQL's log, and as much again for what else grows. */
  private static final long NEEDED_BYTES = 32L << 20;

  private FullDisk() {}

  /** The failure, or that the data folder's disk is full where that is why its database is away. */
  static RuntimeException or(RecordOptions record, RuntimeException failure) {
    if (record.database() == null && isAboutTheDatabase(failure) && isFull(record.data())) {
      return new CommandFailure(
          "The disk that holds "
              + record.data()
              + " is full: make room, and run the import again; what went in stays in and does not"
              + " go in twice.",
          failure);
    }
    return failure;
  }

  private static boolean isAboutTheDatabase(RuntimeException failure) {
    return switch (DatabaseFault.of(failure)) {
      case AWAY, AWAY_AT_THE_END, DISK_FULL -> true;
      case NOT_LET_IN, NONE -> false;
    };
  }

  private static boolean isFull(Path data) {
    try {
      return Files.getFileStore(data).getUsableSpace() < NEEDED_BYTES;
    } catch (IOException e) {
      return false;
    }
  }
}
