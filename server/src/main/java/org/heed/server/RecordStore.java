package org.heed.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.api.FlywayException;
import org.heed.postgres.DatabaseAddress;
import org.heed.postgres.OwnPostgres;
import org.heed.postgres.PostgresOptions;
import org.heed.postgres.ServerCheck;
import org.heed.server.store.DatabaseFault;
import org.heed.server.store.Databases;
import org.heed.server.store.RolePasswords;
import org.heed.server.store.Schema;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record's database, ready to be used: found or started, checked to be durable, migrated, and
 * opened once for each role.
 */
public final class RecordStore implements AutoCloseable {
  private static final String DATABASE = "heed";
  private static final int APP_CONNECTIONS = 16;
  private static final Logger LOG = LoggerFactory.getLogger(RecordStore.class);

  private final @Nullable OwnPostgres own;
  private final DatabaseAddress address;
  private final Databases databases;
  private final AtomicBoolean closed = new AtomicBoolean();

  private RecordStore(@Nullable OwnPostgres own, DatabaseAddress address, Databases databases) {
    this.own = own;
    this.address = address;
    this.databases = databases;
  }

  /**
   * Opens the database of a server: the external one, or Heed's own in the data folder, started.
   *
   * @throws StartFailure with one plain sentence
   */
  public static RecordStore open(Path data, @Nullable DatabaseAddress external) {
    if (external != null) {
      return connect(null, external, data);
    }
    OwnPostgres own = OwnPostgres.start(data, PostgresOptions.usual().withNotices(LOG::warn));
    try {
      createDatabase(own.address("postgres"));
      return connect(own, own.address(DATABASE), data);
    } catch (RuntimeException | SQLException e) {
      own.close();
      if (e instanceof RuntimeException known) {
        throw known;
      }
      throw new StartFailure("Heed's own PostgreSQL started but does not answer.", e);
    }
  }

  /** As {@link #open}, on Heed's own server, without what the database held before. */
  public static RecordStore openEmpty(Path data) {
    OwnPostgres own = OwnPostgres.start(data, PostgresOptions.usual().withNotices(LOG::warn));
    try {
      try (Connection connection = own.address("postgres").connect();
          Statement drop = connection.createStatement()) {
        drop.execute("drop database if exists " + DATABASE + " with (force)");
      }
      createDatabase(own.address("postgres"));
      return connect(own, own.address(DATABASE), data);
    } catch (RuntimeException | SQLException e) {
      own.close();
      if (e instanceof RuntimeException known) {
        throw known;
      }
      throw new StartFailure("Heed's own PostgreSQL started but does not answer.", e);
    }
  }

  /** Opens the database that another Heed, running in the data folder, has started. */
  public static RecordStore join(Path data) {
    DatabaseAddress running = OwnPostgres.attach(data).withDatabase(DATABASE);
    return connect(null, running, data);
  }

  private static RecordStore connect(
      @Nullable OwnPostgres own, DatabaseAddress address, Path data) {
    try (Connection connection = address.connect()) {
      ServerCheck.requireDurable(connection);
    } catch (SQLException e) {
      throw unreachable(address, e);
    }
    try {
      Files.createDirectories(data);
      RolePasswords passwords = RolePasswords.in(data);
      Schema.migrate(owner(address), passwords);
      return new RecordStore(own, address, Databases.open(address, passwords, APP_CONNECTIONS));
    } catch (IOException | UncheckedIOException e) {
      throw StartFailure.unwritable(data, e);
    } catch (SQLException | FlywayException e) {
      throw unprepared(address, e);
    }
  }

  private static StartFailure unreachable(DatabaseAddress address, SQLException e) {
    String cure =
        switch (DatabaseFault.of(e)) {
          case NOT_LET_IN ->
              " does not let this user in: check the user and give the password in PGPASSWORD.";
          case DISK_FULL -> " has a full disk: free some space and start Heed again.";
          case AWAY, AWAY_AT_THE_END, NONE ->
              " does not answer: check that it runs and that its address is right.";
        };
    return new StartFailure("The database at " + address + cure, e);
  }

  private static StartFailure unprepared(DatabaseAddress address, Exception e) {
    String cure =
        switch (DatabaseFault.of(e)) {
          case DISK_FULL -> " has a full disk: free some space and start Heed again.";
          case AWAY, AWAY_AT_THE_END ->
              " went away while Heed started: check that it runs and start Heed again.";
          case NOT_LET_IN, NONE ->
              " could not be prepared: its user must be allowed to create roles and tables.";
        };
    return new StartFailure("The database at " + address + cure, e);
  }

  private static void createDatabase(DatabaseAddress maintenance) throws SQLException {
    try (Connection connection = maintenance.connect();
        PreparedStatement exists =
            connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      exists.setString(1, DATABASE);
      try (ResultSet row = exists.executeQuery()) {
        if (row.next()) {
          return;
        }
      }
      try (Statement create = connection.createStatement()) {
        create.execute("create database " + DATABASE);
      }
    }
  }

  private static PGSimpleDataSource owner(DatabaseAddress address) {
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setUrl(address.jdbcUrl());
    owner.setUser(address.user());
    owner.setPassword(address.password());
    try {
      for (Map.Entry<String, String> setting : address.settings().entrySet()) {
        owner.setProperty(setting.getKey(), setting.getValue());
      }
    } catch (SQLException e) {
      throw new StartFailure(
          "The database address has a setting that the driver does not know: correct it.", e);
    }
    return owner;
  }

  /** The pools, one for each role. */
  public Databases databases() {
    return databases;
  }

  /** Where the database is, as its owner. */
  public DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      databases.close();
      if (own != null) {
        own.close();
      }
    }
  }
}
