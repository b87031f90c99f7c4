package org.heed.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.postgres.DatabaseAddress;
import org.jspecify.annotations.Nullable;

/**
 * The same rows inserted by plain JDBC into equal tables: prepared statements, one transaction a
 * report, and nothing else. It is bound by how fast the disk makes a commit durable.
 */
final class CommitPeer {
  private final DatabaseAddress address;
  private final Map<String, String> inserts = new LinkedHashMap<>();
  private final Map<UUID, List<Row>> entries = new HashMap<>();

  /** A row's values as text, of which the server makes what its columns are. */
  private record Row(String peer, List<@Nullable String> values) {}

  CommitPeer(DatabaseAddress address) {
    this.address = address;
  }

  /** Takes the rows that these entries brought, and makes empty tables for them. */
  void take(Connection owner, List<UUID> wanted) throws SQLException {
    List<RecordTables.Pair> tables = new ArrayList<>();
    for (RecordTables.Pair pair : RecordTables.filled(owner)) {
      if (take(owner, wanted, pair)) {
        tables.add(pair);
      }
    }
    RecordTables.makePeers(owner, tables);
  }

  private boolean take(Connection owner, List<UUID> wanted, RecordTables.Pair pair)
      throws SQLException {
    String key;
    if (pair.table().equals("ledger.entry")) {
      key = "id";
    } else if (pair.table().startsWith("record.") || pair.table().equals("ledger.salt")) {
      key = "entry";
    } else {
      return false;
    }
    boolean any = false;
    try (PreparedStatement query =
        owner.prepareStatement(
            "select " + key + ", * from " + pair.table() + " where " + key + " = any (?)")) {
      query.setArray(1, owner.createArrayOf("uuid", wanted.toArray()));
      try (ResultSet row = query.executeQuery()) {
        inserts.put(pair.peer(), insert(pair.peer(), row.getMetaData()));
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          any = true;
          List<@Nullable String> values = new ArrayList<>(columns - 1);
          for (int i = 2; i <= columns; i++) {
            values.add(row.getString(i));
          }
          entries
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(new Row(pair.peer(), Collections.unmodifiableList(values)));
        }
      }
    }
    return any;
  }

  private static String insert(String peer, ResultSetMetaData columns) throws SQLException {
    StringBuilder marks = new StringBuilder();
    for (int i = 2; i <= columns.getColumnCount(); i++) {
      marks.append(i > 2 ? ", " : "").append("cast(? as ");
      marks.append(columns.getColumnTypeName(i)).append(')');
    }
    return "insert into " + peer + " values (" + marks + ")";
  }

  /** Inserts them at this rate, each entry's rows in a transaction of its own. */
  Latencies run(List<UUID> order, double perSecond, int connections) throws Exception {
    return new OpenLoop(order.size(), perSecond, connections)
        .run(() -> new Sender(address.connect(), order));
  }

  private final class Sender implements OpenLoop.Sender {
    private final Connection connection;
    private final List<UUID> order;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Sender(Connection connection, List<UUID> order) throws SQLException {
      this.connection = connection;
      this.order = order;
      connection.setAutoCommit(false);
      for (Map.Entry<String, String> insert : inserts.entrySet()) {
        statements.put(insert.getKey(), connection.prepareStatement(insert.getValue()));
      }
    }

    @Override
    public void send(int i) throws SQLException {
      Map<String, Integer> batched = new LinkedHashMap<>();
      for (Row row : entries.getOrDefault(order.get(i), List.of())) {
        PreparedStatement statement = statement(row.peer());
        for (int column = 0; column < row.values().size(); column++) {
          statement.setString(column + 1, row.values().get(column));
        }
        statement.addBatch();
        batched.merge(row.peer(), 1, Integer::sum);
      }
      for (String peer : batched.keySet()) {
        statement(peer).executeBatch();
      }
      connection.commit();
    }

    private PreparedStatement statement(String peer) {
      return java.util.Objects.requireNonNull(statements.get(peer));
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
