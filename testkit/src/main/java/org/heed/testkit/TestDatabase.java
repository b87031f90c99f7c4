package org.heed.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.heed.postgres.DatabaseAddress;

/**
 * A fresh database in this JVM's throw-away server, cloned from a template that is prepared once;
 * closing drops it.
 */
public final class TestDatabase implements AutoCloseable {
  /**
   * Fills a template over one connection; runs once for each template's name. Roles belong to the
   * whole server: make them only if they are absent.
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

  private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final DatabaseAddress address;

  private TestDatabase(DatabaseAddress address) {
    this.address = address;
  }

  /** An empty database. */
  public static TestDatabase empty() {
    return cloneOf("template0");
  }

  /** A clone of the named template, which is prepared on first use in this JVM. */
  public static TestDatabase create(String template, Preparation preparation) {
    return migrated(
        template,
        address -> {
          try (Connection connection = address.connect()) {
            preparation.prepare(connection);
          }
        });
  }

  /** A clone of the named template, which is migrated on first use in this JVM. */
  public static TestDatabase migrated(String template, Migration migration) {
    return cloneOf(TEMPLATES.computeIfAbsent(template, name -> prepare(name, migration)));
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
  public void close() {
    administer("DROP DATABASE IF EXISTS " + address.database() + " WITH (FORCE)");
  }

  private static String prepare(String name, Migration migration) {
    TestDatabase template = cloneOf("template0");
    try {
      migration.migrate(template.address());
      return template.address().database();
    } catch (Exception e) {
      template.close();
      throw new IllegalStateException("the template " + name + " cannot be prepared", e);
    }
  }

  private static TestDatabase cloneOf(String template) {
    String name = "test_" + COUNT.incrementAndGet();
    administer("CREATE DATABASE " + name + " TEMPLATE " + template);
    return new TestDatabase(TestCluster.shared().address().withDatabase(name));
  }

  private static void administer(String sql) {
    try (Connection connection = TestCluster.shared().address().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the test server refused: " + sql, e);
    }
  }
}
