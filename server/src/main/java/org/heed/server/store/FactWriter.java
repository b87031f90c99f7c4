package org.heed.server.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.heed.ledger.Column;
import org.heed.ledger.Entry;
import org.heed.ledger.Fact;
import org.heed.ledger.FactTable;
import org.heed.ledger.FactType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Writes acts: their entries and salts, then each table's facts, a statement each with its rows as
 * one array a column. All of them travel together and are answered together: recording a report
 * touches ten tables, and ten journeys would take longer than the writing.
 */
public final class FactWriter {
  private static final Map<List<FactTable>, String> STATEMENTS = new ConcurrentHashMap<>();
  private static final String ENTRIES =
      """
      insert into ledger.entry (id, kind, actor, at, rows, content, subjects, purpose)
      select id, kind, actor, at, rows, content, cast(subjects as uuid[]), purpose
      from unnest(?, ?, ?, ?, ?, ?, ?, ?)
        as e (id, kind, actor, at, rows, content, subjects, purpose);
      insert into ledger.salt (entry, salt) select * from unnest(?, ?)\
      """;

  private FactWriter() {}

  static void write(Connection connection, List<Act> acts) {
    SortedMap<FactTable, List<Row>> tables = rows(acts);
    String statements =
        STATEMENTS.computeIfAbsent(List.copyOf(tables.keySet()), FactWriter::statements);
    try (PreparedStatement insert = connection.prepareStatement(statements)) {
      Arrays to = new Arrays(connection, insert);
      bindEntries(to, acts);
      for (Map.Entry<FactTable, List<Row>> table : tables.entrySet()) {
        bindFacts(to, table.getKey(), table.getValue());
      }
      insert.execute();
      while (insert.getMoreResults() || insert.getUpdateCount() >= 0) {
        // Every statement's answer is looked at, and with it every failure.
      }
    } catch (SQLException e) {
      throw new SQLExceptionSubclassTranslator().translate("write facts", null, e);
    }
  }

  /** Writes facts of one table, whose entries are written already. */
  public static void writeFacts(Connection connection, FactTable table, List<Row> rows)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(insert(table))) {
      bindFacts(new Arrays(connection, insert), table, rows);
      insert.execute();
    }
  }

  /** A fact with its place in the ledger. */
  public record Row(UUID entry, int ordinal, Fact fact) {}

  /**
   * The rows of each table, a report's before those of what is made of it, whichever act came
   * first: row security lets nothing be added to a report that is not there yet, or is closed
   * already.
   */
  private static SortedMap<FactTable, List<Row>> rows(List<Act> acts) {
    SortedMap<FactTable, List<Row>> tables =
        new TreeMap<>(Comparator.comparingInt(Tables.ALL::indexOf));
    for (Act act : acts) {
      int ordinal = 0;
      for (Fact fact : act.facts()) {
        tables
            .computeIfAbsent(fact.table(), _ -> new ArrayList<>())
            .add(new Row(act.id(), ordinal++, fact));
      }
    }
    return tables;
  }

  private static void bindEntries(Arrays to, List<Act> acts) throws SQLException {
    List<Entry> entries = acts.stream().map(Act::entry).toList();
    to.next("uuid", entries.stream().map(Entry::id).toArray(UUID[]::new));
    to.next("text", entries.stream().map(Entry::kind).toArray(String[]::new));
    to.next("uuid", entries.stream().map(Entry::actor).toArray(UUID[]::new));
    to.next("timestamptz", entries.stream().map(entry -> entry.at().toString()).toArray());
    to.next("int4", entries.stream().map(entry -> entry.content().rows()).toArray(Integer[]::new));
    to.next(
        "bytea",
        entries.stream().map(entry -> entry.content().digest().bytes()).toArray(byte[][]::new));
    to.next("text", entries.stream().map(FactWriter::subjects).toArray(String[]::new));
    to.next("text", entries.stream().map(Entry::purpose).toArray(String[]::new));
    to.next("uuid", entries.stream().map(Entry::id).toArray(UUID[]::new));
    to.next("bytea", acts.stream().map(Act::salt).toArray(byte[][]::new));
  }

  /** As PostgreSQL writes an array. */
  private static String subjects(Entry entry) {
    StringBuilder text = new StringBuilder("{");
    for (UUID subject : entry.subjects()) {
      text.append(text.length() == 1 ? "" : ",").append(subject);
    }
    return text.append('}').toString();
  }

  private static void bindFacts(Arrays to, FactTable table, List<Row> rows) throws SQLException {
    to.next("uuid", rows.stream().map(Row::entry).toArray(UUID[]::new));
    to.next("int4", rows.stream().map(Row::ordinal).toArray(Integer[]::new));
    for (int i = 0; i < table.columns().size(); i++) {
      to.next(named(table.columns().get(i).type()), column(rows, table, i));
    }
  }

  /** A column of rows of a table, as an array of the database. */
  public static Array column(Connection connection, List<Row> rows, FactTable table, int column)
      throws SQLException {
    return connection.createArrayOf(
        named(table.columns().get(column).type()), column(rows, table, column));
  }

  private static @Nullable Object[] column(List<Row> rows, FactTable table, int column) {
    @Nullable Object[] values = array(table.columns().get(column).type(), rows.size());
    for (int row = 0; row < values.length; row++) {
      Object value = rows.get(row).fact().values().get(column);
      values[row] = value instanceof Instant moment ? moment.toString() : value;
    }
    return values;
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

  private static String statements(List<FactTable> tables) {
    StringBuilder all = new StringBuilder(ENTRIES);
    tables.forEach(table -> all.append(";\n").append(insert(table)));
    return all.toString();
  }

  private static String insert(FactTable table) {
    StringBuilder names = new StringBuilder("entry, ordinal");
    for (Column column : table.columns()) {
      names.append(", ").append(column.name());
    }
    String more = ", ?".repeat(table.columns().size());
    return String.format(
        Locale.ROOT,
        "insert into %s (%s) select * from unnest(?, ?%s)",
        Tables.qualified(table),
        names,
        more);
  }

  /** Binds one array after another. */
  private static final class Arrays {
    private final Connection connection;
    private final PreparedStatement statement;
    private int bound;

    Arrays(Connection connection, PreparedStatement statement) {
      this.connection = connection;
      this.statement = statement;
    }

    void next(String type, @Nullable Object[] values) throws SQLException {
      Array array = connection.createArrayOf(type, values);
      statement.setArray(++bound, array);
    }
  }
}
