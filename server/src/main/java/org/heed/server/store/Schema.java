package org.heed.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to this version: the connecting roles first, then the migrations, as owner. */
public final class Schema {
  private Schema() {}

  /** Creates or updates the roles and the schema; safe to repeat. */
  public static void migrate(DataSource owner, RolePasswords passwords) throws SQLException {
    try (Connection connection = owner.getConnection()) {
      createRoles(connection, passwords);
    }
    Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/migration")
        .schemas("public")
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }

  /**
   * Creates the roles, without any right to update, delete or bypass row security. Two Heeds on one
   * server share the role names, so their passwords must be shared too.
   */
  private static void createRoles(Connection connection, RolePasswords passwords)
      throws SQLException {
    Map<String, String> roles =
        Map.of(
            RolePasswords.APP, passwords.app(),
            RolePasswords.ACCESS, passwords.access(),
            RolePasswords.LEDGER, passwords.ledger());
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(4121952)");
      for (Map.Entry<String, String> role : roles.entrySet()) {
        if (!exists(connection, role.getKey())) {
          statement.execute(
              "create role "
                  + role.getKey()
                  + " login nosuperuser nobypassrls nocreatedb nocreaterole noinherit");
        }
        statement.execute(
            "alter role "
                + role.getKey()
                + " password "
                + statement.enquoteLiteral(role.getValue()));
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static boolean exists(Connection connection, String role) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      query.setString(1, role);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }
}
