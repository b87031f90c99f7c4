package org.heed.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the tests of this module share. */
final class Fixtures {
  private Fixtures() {}

  /** Bundled binaries are unpacked once for all tests. */
  static PostgresOptions options(String choice) {
    return PostgresOptions.usual()
        .withBinaries(choice)
        .withUnpackFolder(Path.of("target", "bundled-postgres").toAbsolutePath());
  }

  static boolean installedServerIsThere() {
    return !PostgresBinaries.installed().isEmpty();
  }

  /** JUnit's folders are closed to other users; this one the server's user may enter. */
  static Path reachable(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    return folder;
  }

  static String ask(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  static void run(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
