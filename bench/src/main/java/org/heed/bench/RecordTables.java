package org.heed.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that recording writes, and tables equal to them (columns, defaults, checks and
 * indexes, without row security) for the peer to fill.
 */
final class RecordTables {
  private static final String PEER = "peer";

  private RecordTables() {}

  /** A table and its double. */
  record Pair(String table, String peer) {}

  /** Those that hold any row, of facts and of the ledger. */
  static List<Pair> filled(Connection owner) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('record', 'ledger') and c.relkind = 'r' order by 1, 2\
                """)) {
      while (row.next()) {
        names.add(row.getString(1) + "." + row.getString(2));
      }
    }
    List<Pair> filled = new ArrayList<>();
    for (String name : names) {
      if (number(owner, "select count(*) from (select 1 from " + name + " limit 1) one") > 0) {
        filled.add(new Pair(name, PEER + "." + name.substring(name.indexOf('.') + 1)));
      }
    }
    return filled;
  }

  /** Makes the doubles anew, empty. */
  static void makePeers(Connection owner, List<Pair> tables) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("drop schema if exists " + PEER + " cascade");
      statement.execute("create schema " + PEER);
      for (Pair pair : tables) {
        statement.execute(
            "create table " + pair.peer() + " (like " + pair.table() + " including all)");
      }
      statement.execute("checkpoint");
    }
  }

  static void dropPeers(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("drop schema if exists " + PEER + " cascade");
    }
  }

  static long number(Connection owner, String query) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  static String version(Connection owner) throws SQLException {
    return owner.getMetaData().getDatabaseProductVersion().split(" ", 2)[0];
  }
}
