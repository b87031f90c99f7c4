package org.heed.bench;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * DuckDB in this process, in memory, on the same changes, with all cores. Its driver is no part of
 * Heed: Maven brings it the first time it is measured against.
 */
final class DuckPeer implements AutoCloseable {
  static final String VERSION = "1.4.2.0";

  private final URLClassLoader loader;
  private final Connection connection;

  private DuckPeer(URLClassLoader loader, Connection connection) {
    this.loader = loader;
    this.connection = connection;
  }

  static DuckPeer open(Path home, Path csv) throws IOException, SQLException {
    DuckPeer peer = open(home);
    peer.load(csv);
    return peer;
  }

  /** The same with nothing in it. */
  static DuckPeer open(Path home) throws IOException, SQLException {
    Path jar = jar(home);
    URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
    try {
      Driver driver =
          (Driver) loader.loadClass("org.duckdb.DuckDBDriver").getConstructor().newInstance();
      Connection connection = driver.connect("jdbc:duckdb:", new Properties());
      if (connection == null) {
        throw new BenchFailure("DuckDB's driver refuses its own address");
      }
      return new DuckPeer(loader, connection);
    } catch (ReflectiveOperationException e) {
      loader.close();
      throw new BenchFailure("DuckDB's driver cannot be loaded: " + e);
    }
  }

  private void load(Path csv) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table change (known integer, delta tinyint, month smallint, area utinyint,
            offence utinyint, flag utinyint)\
          """);
      statement.execute(String.format(Locale.ROOT, "copy change from '%s' (header false)", csv));
    }
  }

  void run(String statement) throws SQLException {
    try (Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  /** Numbers of whole rows, a column at a time: the last column is added up in {@code into}. */
  interface Cells {
    void add(ResultSet row) throws SQLException;
  }

  void ask(String query, Cells into) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        into.add(rows);
      }
    }
  }

  private static Path jar(Path home) throws IOException {
    Path folder = home.resolve("bench").resolve("target").resolve("peer");
    Path jar = folder.resolve("duckdb_jdbc-" + VERSION + ".jar");
    if (!Files.exists(jar)) {
      Files.createDirectories(folder);

      Running.start(
              List.of(
                  "mvn",
                  "-q",
                  "-B",
                  "dependency:copy",
                  "-Dartifact=org.duckdb:duckdb_jdbc:" + VERSION,
                  "-DoutputDirectory=" + folder),
              folder,
              "mvn")
          .result();
    }
    return jar;
  }

  @Override
  public void close() throws SQLException, IOException {
    connection.close();
    loader.close();
  }
}
