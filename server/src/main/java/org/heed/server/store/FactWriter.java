package org.heed.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.heed.ledger.Column;
import org.heed.ledger.Entry;
import org.heed.ledger.Fact;
import org.heed.ledger.FactTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Writes acts: first their entries and salts, then each table's facts in one batch, which the
 * driver sends as rows of one statement.
 */
final class FactWriter {
  private static final String ENTRY =
      """
      insert into ledger.entry (id, kind, actor, at, rows, content, subjects, purpose)
      values (?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String SALT = "insert into ledger.salt (entry, salt) values (?, ?)";
  private static final Map<FactTable, String> INSERTS = new ConcurrentHashMap<>();

  private FactWriter() {}

  static void write(Connection connection, List<Act> acts) {
    try {
      writeEntries(connection, acts);
      Map<FactTable, List<Row>> tables = new LinkedHashMap<>();
      for (Act act : acts) {
        int ordinal = 0;
        for (Fact fact : act.facts()) {
          tables
              .computeIfAbsent(fact.table(), _ -> new java.util.ArrayList<>())
              .add(new Row(act.id(), ordinal++, fact));
        }
      }
      for (Map.Entry<FactTable, List<Row>> table : tables.entrySet()) {
        writeFacts(connection, table.getKey(), table.getValue());
      }
    } catch (SQLException e) {
      throw new SQLExceptionSubclassTranslator().translate("write facts", null, e);
    }
  }

  private record Row(UUID entry, int ordinal, Fact fact) {}

  private static void writeEntries(Connection connection, List<Act> acts) throws SQLException {
    try (PreparedStatement entries = connection.prepareStatement(ENTRY);
        PreparedStatement salts = connection.prepareStatement(SALT)) {
      for (Act act : acts) {
        Entry entry = act.entry();
        entries.setObject(1, entry.id());
        entries.setString(2, entry.kind());
        entries.setObject(3, entry.actor());
        entries.setObject(4, entry.at().atOffset(ZoneOffset.UTC));
        entries.setInt(5, entry.content().rows());
        entries.setBytes(6, entry.content().digest().bytes());
        entries.setArray(7, connection.createArrayOf("uuid", entry.subjects().toArray()));
        entries.setString(8, entry.purpose());
        entries.addBatch();
        salts.setObject(1, entry.id());
        salts.setBytes(2, act.salt());
        salts.addBatch();
      }
      entries.executeBatch();
      salts.executeBatch();
    }
  }

  private static void writeFacts(Connection connection, FactTable table, List<Row> rows)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(INSERTS.computeIfAbsent(table, FactWriter::insert))) {
      for (Row row : rows) {
        insert.setObject(1, row.entry());
        insert.setInt(2, row.ordinal());
        for (int i = 0; i < table.columns().size(); i++) {
          bind(insert, i + 3, table.columns().get(i), row.fact().values().get(i));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void bind(
      PreparedStatement statement, int at, Column column, @Nullable Object value)
      throws SQLException {
    switch (column.type()) {
      case UUID, DATE -> statement.setObject(at, value);
      case TEXT -> statement.setString(at, (String) value);
      case INT -> statement.setObject(at, value, java.sql.Types.INTEGER);
      case LONG -> statement.setObject(at, value, java.sql.Types.BIGINT);
      case BOOL -> statement.setObject(at, value, java.sql.Types.BOOLEAN);
      case DOUBLE -> statement.setObject(at, value, java.sql.Types.DOUBLE);
      case BYTES -> statement.setBytes(at, (byte[]) value);
      case TIMESTAMP ->
          statement.setObject(
              at,
              value == null ? null : ((Instant) value).atOffset(ZoneOffset.UTC),
              java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
    }
  }

  private static String insert(FactTable table) {
    StringBuilder names = new StringBuilder("entry, ordinal");
    StringBuilder marks = new StringBuilder("?, ?");
    for (Column column : table.columns()) {
      names.append(", ").append(column.name());
      marks.append(", ?");
    }
    return "insert into " + Tables.qualified(table) + " (" + names + ") values (" + marks + ")";
  }
}
