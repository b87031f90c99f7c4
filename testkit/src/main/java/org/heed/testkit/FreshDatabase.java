package org.heed.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import org.heed.postgres.DatabaseAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh database for a test class: {@code @RegisterExtension static final FreshDatabase database
 * = FreshDatabase.migrated("schema", address -> …);}. It is dropped after the class.
 */
public final class FreshDatabase implements BeforeAllCallback, AfterAllCallback {
  private final String template;
  private final TestDatabase.Migration migration;
  private @Nullable TestDatabase database;

  private FreshDatabase(String template, TestDatabase.Migration migration) {
    this.template = template;
    this.migration = migration;
  }

  /** Cloned from the named template, which is migrated once in this JVM. */
  public static FreshDatabase migrated(String template, TestDatabase.Migration migration) {
    return new FreshDatabase(template, migration);
  }

  /** Empty. */
  public static FreshDatabase empty() {
    return new FreshDatabase("empty", address -> {});
  }

  /** The superuser's address of the database. */
  public DatabaseAddress address() {
    return database().address();
  }

  /** A connection as superuser, which the caller closes. */
  public Connection connect() throws SQLException {
    return address().connect();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    database = TestDatabase.migrated(template, migration);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    database().close();
    database = null;
  }

  private TestDatabase database() {
    if (database == null) {
      throw new IllegalStateException("the database lives only while the test class runs");
    }
    return database;
  }
}
