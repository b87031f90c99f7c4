package org.heed.server.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heed.server.ServerFixture;
import org.jspecify.annotations.Nullable;

/** Rows written and counted past the application, as the database's owner or as its own role. */
final class RawRows {
  private final ServerFixture server;
  private int counter;

  RawRows(ServerFixture server) {
    this.server = server;
  }

  /** A statement that adds a row: the values given by column, and anything for the rest. */
  String insert(String table, Map<String, String> given) {
    counter++;
    String[] name = table.split("\\.", 2);
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    try (Connection connection = server.owner();
        ResultSet column = connection.getMetaData().getColumns(null, name[0], name[1], null)) {
      while (column.next()) {
        String title = column.getString("COLUMN_NAME");
        String type = column.getString("TYPE_NAME");
        if (table.equals("record.reading") && title.equals("reread") && !given.containsKey(title)) {
          // As recorded, which is what counts.
          continue;
        }
        String value = given.containsKey(title) ? given.get(title) : anything(title, type);
        columns.add('"' + title + '"');
        values.add("cast('" + value + "' as " + type + ")");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "insert into "
        + table
        + " ("
        + String.join(", ", columns)
        + ") values ("
        + String.join(", ", values)
        + ")";
  }

  private String anything(String column, String type) {
    return switch (type) {
      case "uuid" -> server.ids().next().toString();
      case "_uuid", "_text" -> "{}";
      case "int4", "int8", "xid8" -> Integer.toString(counter);
      case "float8" -> "0.5";
      case "bool" -> "false";
      case "timestamptz" -> "2026-11-01T00:00:00Z";
      case "date" -> "2026-11-01";
      case "bytea" -> "\\x" + "00".repeat(32);
      default ->
          switch (column) {
            case "act" -> "recorded";
            case "decision" -> "yes";
            default -> "made " + counter;
          };
    };
  }

  /**
   * How many rows the application's role counts while it shows the token; null shows none. What is
   * written before, by statements that the query follows, is taken back.
   */
  long count(@Nullable String token, String query) throws SQLException {
    try (Connection connection = server.databases().app().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = enter(connection, token)) {
        for (boolean rows = statement.execute(query); !rows; rows = statement.getMoreResults()) {
          if (statement.getUpdateCount() < 0) {
            throw new IllegalStateException("nothing is counted");
          }
        }
        try (ResultSet row = statement.getResultSet()) {
          row.next();
          return row.getLong(1);
        }
      } finally {
        connection.rollback();
      }
    }
  }

  /** Runs a statement as the application's role while it shows the token, and takes it back. */
  void attempt(@Nullable String token, String statement) throws SQLException {
    try (Connection connection = server.databases().app().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement run = enter(connection, token)) {
        run.execute(statement);
      } finally {
        connection.rollback();
      }
    }
  }

  private static Statement enter(Connection connection, @Nullable String token)
      throws SQLException {
    Statement statement = connection.createStatement();
    if (token != null) {
      statement.execute("set local heed.token = '" + token + "'");
    }
    return statement;
  }
}
