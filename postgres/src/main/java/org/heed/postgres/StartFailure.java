package org.heed.postgres;

import java.util.Locale;
import org.heed.postgres.PostgresFailure.Kind;

/** Turns what the server or initdb printed into one sentence. Their messages are in English. */
final class StartFailure {
  private StartFailure() {}

  static PostgresFailure of(DataFolder data, PostgresBinaries binaries, String output) {
    String text = output.toLowerCase(Locale.ROOT);
    if (text.contains("no space left on device") || text.contains("disk quota exceeded")) {
      return data.diskFull(new IllegalStateException("no space left on device"));
    }
    if (text.contains("address already in use") || text.contains("could not bind")) {
      return new PostgresFailure(
          Kind.PORT_TAKEN,
          "The port for PostgreSQL is taken by another program: choose another, or leave the choice"
              + " to Heed.");
    }
    if (text.contains("checksum")
        || text.contains("invalid page")
        || text.contains("valid checkpoint record")
        || text.contains("pg_control")
        // The major version was compared before, so what does not fit is a damaged control file.
        || text.contains("incompatible with server")
        || text.contains("panic:")) {
      return new PostgresFailure(
          Kind.DAMAGED,
          "The stored data in "
              + data.cluster()
              + " are damaged: do not write to them; copy the folder away and restore the last"
              + " backup.");
    }
    if (text.contains("cannot allocate memory") || text.contains("not enough space")) {
      return new PostgresFailure(
          Kind.SERVER,
          "PostgreSQL got too little memory: free some, or lower shared_buffers in "
              + data.localSettings()
              + ".");
    }
    if (text.contains("permission denied") || text.contains("read-only file system")) {
      return new PostgresFailure(
          Kind.FOLDER_UNUSABLE,
          "PostgreSQL may not write to the data folder "
              + data.root()
              + ": give its user the right to, or choose another folder with --data.");
    }
    if (text.contains("configuration file") || text.contains("syntax error in file")) {
      return new PostgresFailure(
          Kind.BAD_SETTING,
          "PostgreSQL does not accept a setting: correct "
              + data.localSettings()
              + "; the reason is at the end of "
              + data.log()
              + ".");
    }
    return new PostgresFailure(
        Kind.SERVER,
        "PostgreSQL "
            + binaries.version()
            + " did not start: its reason is at the end of "
            + data.log()
            + ".");
  }
}
