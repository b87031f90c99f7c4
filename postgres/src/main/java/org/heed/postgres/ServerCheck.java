package org.heed.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.heed.postgres.PostgresFailure.Kind;

/** Looks whether a server is fit to keep records. */
public final class ServerCheck {
  /** The oldest server that Heed's SQL runs on. */
  public static final int OLDEST = 15;

  private ServerCheck() {}

  /**
   * Refuses a server that could lose acknowledged records, or is too old.
   *
   * @throws PostgresFailure with what is wrong and its cure
   */
  public static void requireDurable(Connection connection) throws SQLException {
    int version = Integer.parseInt(setting(connection, "server_version_num")) / 10_000;
    if (version < OLDEST) {
      throw new PostgresFailure(
          Kind.WRONG_VERSION,
          "The database server is PostgreSQL "
              + version
              + ", and Heed needs "
              + OLDEST
              + " or later: upgrade it, or give another with --database.");
    }
    for (String name : new String[] {"fsync", "full_page_writes"}) {
      if (!setting(connection, name).equals("on")) {
        throw new PostgresFailure(
            Kind.NOT_DURABLE,
            "The database server runs with "
                + name
                + " off and could lose records it has"
                + " acknowledged: set "
                + name
                + " = on in its configuration and reload it.");
      }
    }
  }

  /**
   * How many stored pages failed their checksum, as far as the server has read them; more than zero
   * means damage, and a restore from the last backup. Only the superuser's view counts them all.
   */
  public static long checksumFailures(Connection connection) throws SQLException {
    return Long.parseLong(
        ask(connection, "SELECT coalesce(sum(checksum_failures), 0) FROM pg_stat_database"));
  }

  private static String setting(Connection connection, String name) throws SQLException {
    return ask(connection, "SHOW " + name);
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
