package org.heed.server.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.heed.ledger.Entry;
import org.heed.ledger.FactTable;
import org.heed.ledger.FactType;
import org.jspecify.annotations.Nullable;

/**
 * Binds one parameter after another. Nulls have their type: one of another would be prepared anew.
 */
final class Parameters {
  private final Connection connection;
  private final PreparedStatement statement;
  private int bound;

  Parameters(Connection connection, PreparedStatement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  void text(@Nullable String value) throws SQLException {
    statement.setString(++bound, value);
  }

  /** An act's entry and salt. */
  void entry(Act act) throws SQLException {
    Entry entry = act.entry();
    value(FactType.UUID, entry.id());
    text(entry.kind());
    value(FactType.UUID, entry.actor());
    value(FactType.TIMESTAMP, entry.at());
    value(FactType.INT, entry.content().rows());
    value(FactType.BYTES, entry.content().digest().bytes());
    array("uuid", entry.subjects().toArray(UUID[]::new));
    text(entry.purpose());
    value(FactType.UUID, entry.id());
    value(FactType.BYTES, act.salt());
  }

  /** Those of several acts. */
  void entries(List<Act> acts) throws SQLException {
    List<Entry> entries = acts.stream().map(Act::entry).toList();
    array("uuid", entries.stream().map(Entry::id).toArray(UUID[]::new));
    array("text", entries.stream().map(Entry::kind).toArray(String[]::new));
    array("uuid", entries.stream().map(Entry::actor).toArray(UUID[]::new));
    array("timestamptz", entries.stream().map(entry -> entry.at().toString()).toArray());
    array("int4", entries.stream().map(entry -> entry.content().rows()).toArray(Integer[]::new));
    array(
        "bytea",
        entries.stream().map(entry -> entry.content().digest().bytes()).toArray(byte[][]::new));
    array("text", entries.stream().map(Parameters::subjects).toArray(String[]::new));
    array("text", entries.stream().map(Entry::purpose).toArray(String[]::new));
    array("uuid", entries.stream().map(Entry::id).toArray(UUID[]::new));
    array("bytea", acts.stream().map(Act::salt).toArray(byte[][]::new));
  }

  /** As PostgreSQL writes an array. */
  private static String subjects(Entry entry) {
    StringBuilder text = new StringBuilder("{");
    for (UUID subject : entry.subjects()) {
      text.append(text.length() == 1 ? "" : ",").append(subject);
    }
    return text.append('}').toString();
  }

  /** One fact, value by value. */
  void fact(FactTable table, FactWriter.Row row) throws SQLException {
    value(FactType.UUID, row.entry());
    value(FactType.INT, row.ordinal());
    List<@Nullable Object> values = row.fact().values();
    for (int i = 0; i < values.size(); i++) {
      value(table.columns().get(i).type(), values.get(i));
    }
  }

  /** Several facts of a table, an array a column. */
  void facts(FactTable table, List<FactWriter.Row> rows) throws SQLException {
    array("uuid", rows.stream().map(FactWriter.Row::entry).toArray(UUID[]::new));
    array("int4", rows.stream().map(FactWriter.Row::ordinal).toArray(Integer[]::new));
    for (int i = 0; i < table.columns().size(); i++) {
      statement.setArray(++bound, array(connection, rows, table, i));
    }
  }

  /** A column of facts of a table. */
  static Array array(Connection connection, List<FactWriter.Row> rows, FactTable table, int column)
      throws SQLException {
    FactType type = table.columns().get(column).type();
    @Nullable Object[] values = array(type, rows.size());
    for (int row = 0; row < values.length; row++) {
      Object value = rows.get(row).fact().values().get(column);
      values[row] = value instanceof Instant moment ? moment.toString() : value;
    }
    return connection.createArrayOf(named(type), values);
  }

  private void value(FactType type, @Nullable Object value) throws SQLException {
    int index = ++bound;
    switch (type) {
      case TEXT -> statement.setString(index, (String) value);
      case BYTES -> statement.setBytes(index, (byte[]) value);
      case TIMESTAMP ->
          object(index, type, value == null ? null : ((Instant) value).atOffset(ZoneOffset.UTC));
      case UUID, INT, LONG, BOOL, DOUBLE, DATE -> object(index, type, value);
    }
  }

  private void object(int index, FactType type, @Nullable Object value) throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.OTHER, named(type));
    } else {
      statement.setObject(index, value);
    }
  }

  private void array(String type, @Nullable Object[] values) throws SQLException {
    statement.setArray(++bound, connection.createArrayOf(type, values));
  }

  /** An array of the kind that the driver sends most compactly. */
  private static @Nullable Object[] array(FactType type, int length) {
    return switch (type) {
      case UUID -> new UUID[length];
      case INT -> new Integer[length];
      case LONG -> new Long[length];
      case BOOL -> new Boolean[length];
      case DOUBLE -> new Double[length];
      case BYTES -> new byte[length][];
      case TEXT, TIMESTAMP -> new String[length];
      case DATE -> new Object[length];
    };
  }

  private static String named(FactType type) {
    return switch (type) {
      case UUID -> "uuid";
      case TEXT -> "text";
      case INT -> "int4";
      case LONG -> "int8";
      case BOOL -> "bool";
      case DOUBLE -> "float8";
      case BYTES -> "bytea";
      case DATE -> "date";
      case TIMESTAMP -> "timestamptz";
    };
  }
}
