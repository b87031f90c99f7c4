package org.heed.server.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.ledger.Column;
import org.heed.ledger.Digest;
import org.heed.ledger.Fact;
import org.heed.ledger.FactTable;
import org.heed.ledger.RowCommitment;
import org.heed.ledger.Salt;
import org.heed.ledger.StoredRow;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;

/** The rows of neighbouring entries, from every fact table. */
final class FactReader {
  private static final int FETCH = 5_000;

  /** Where none is named, there is none: the row was removed by hand. */
  private static final UUID NO_DECISION = new UUID(0, 0);

  private static final String NO_TABLE = "destroyed";
  private static final String DESTROYED =
      """
      select d.entry, d.ordinal, d.commitment, d.tbl, d.by_entry
      from ledger.leaf l join ledger.destroyed d on d.entry = l.entry
      where l.position between ? and ?\
      """;

  private final Connection connection;

  FactReader(Connection connection) {
    this.connection = connection;
  }

  /** A row's key in every fact table. */
  record Place(UUID entry, int ordinal) {}

  /** What one window holds, by entry. */
  static final class Window {
    private final Map<UUID, List<StoredRow>> rows = new HashMap<>();
    private final Set<UUID> unreadable = new HashSet<>();

    List<StoredRow> rows(UUID entry) {
      return rows.getOrDefault(entry, List.of());
    }

    /** False where a row holds what no fact can hold. */
    boolean isReadable(UUID entry) {
      return !unreadable.contains(entry);
    }

    private void add(UUID entry, StoredRow row) {
      rows.computeIfAbsent(entry, _ -> new ArrayList<>()).add(row);
    }
  }

  /** All rows of the entries at these positions, both ends included. */
  Window read(long first, long last, Map<Place, Salt> survivors) throws SQLException {
    Window window = new Window();
    for (FactTable table : Tables.ALL) {
      try (ResultSetOf rows = new ResultSetOf(query(table), first, last)) {
        while (rows.next()) {
          addFact(window, table, rows.row(), survivors);
        }
      }
    }
    try (ResultSetOf rows = new ResultSetOf(DESTROYED, first, last)) {
      while (rows.next()) {
        ResultSet row = rows.row();
        window.add(row.getObject("entry", UUID.class), destroyed(row));
      }
    }
    return window;
  }

  private static StoredRow.Destroyed destroyed(ResultSet row) throws SQLException {
    String table = row.getString("tbl");
    UUID by = row.getObject("by_entry", UUID.class);
    return new StoredRow.Destroyed(
        new RowCommitment(
            row.getInt("ordinal"),
            table == null ? NO_TABLE : table,
            Digest.of(row.getBytes("commitment"))),
        by == null ? NO_DECISION : by);
  }

  private static void addFact(
      Window window, FactTable table, ResultSet row, Map<Place, Salt> survivors)
      throws SQLException {
    UUID entry = row.getObject(1, UUID.class);
    int ordinal = row.getInt(2);
    @Nullable Object[] values = new @Nullable Object[table.columns().size()];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = value(row, i + 3, table.columns().get(i));
      }
      Fact fact = Fact.of(table, values);
      Salt salt = survivors.isEmpty() ? null : survivors.get(new Place(entry, ordinal));
      window.add(entry, new StoredRow.Present(ordinal, fact, salt));
    } catch (IllegalArgumentException e) {
      window.unreadable.add(entry);
    }
  }

  private static @Nullable Object value(ResultSet row, int at, Column column) throws SQLException {
    Object value =
        switch (column.type()) {
          case UUID -> row.getObject(at, UUID.class);
          case TEXT -> row.getString(at);
          case INT -> row.getInt(at);
          case LONG -> row.getLong(at);
          case BOOL -> row.getBoolean(at);
          case TIMESTAMP -> time(row.getObject(at, OffsetDateTime.class));
          case DATE -> row.getObject(at, LocalDate.class);
          case BYTES -> row.getBytes(at);
          case DOUBLE -> row.getDouble(at);
        };
    return row.wasNull() ? null : value;
  }

  private static @Nullable Instant time(@Nullable OffsetDateTime stored) {
    if (OffsetDateTime.MIN.equals(stored)) {
      throw new IllegalArgumentException("a time without beginning");
    }
    return stored == null ? null : stored.toInstant();
  }

  private static String query(FactTable table) {
    StringBuilder columns = new StringBuilder("f.entry, f.ordinal");
    table.columns().forEach(column -> columns.append(", f.").append(column.name()));
    return "select "
        + columns
        + " from ledger.leaf l join "
        + Tables.qualified(table)
        + " f on f.entry = l.entry where l.position between ? and ?";
  }

  /** A query over a range of positions, with what must be closed after it. */
  private final class ResultSetOf implements AutoCloseable {
    private final PreparedStatement statement;
    private final ResultSet rows;

    ResultSetOf(String query, long first, long last) throws SQLException {
      statement = connection.prepareStatement(query);
      statement.setFetchSize(FETCH);
      statement.setLong(1, first);
      statement.setLong(2, last);
      rows = statement.executeQuery();
    }

    boolean next() throws SQLException {
      return rows.next();
    }

    ResultSet row() {
      return rows;
    }

    @Override
    public void close() throws SQLException {
      statement.close();
    }
  }
}
