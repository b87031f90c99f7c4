package org.heed.server.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.heed.ledger.Content;
import org.heed.ledger.Digest;
import org.heed.ledger.Entry;
import org.heed.ledger.SigningKey;
import org.heed.ledger.Tile;
import org.heed.ledger.TileWriter;
import org.jspecify.annotations.Nullable;

/**
 * Gives committed entries their positions. Takes what is committed for good: transactions below
 * {@code pg_snapshot_xmin}, none of which can still add an entry, and above the horizon of the
 * batch before, so that no entry is taken twice or passed over. One sequencer works at a time,
 * whatever the number of processes. Positions, tiles and the signed checkpoint over them are one
 * transaction: an entry that has a position and no signature is one that somebody slipped in.
 */
public final class Sequencer {
  /** Held by whoever gives positions. */
  static final long LOCK = 4_121_953;

  private static final int WRITE_BATCH = 1_000;

  private final DataSource ledger;
  private final Clock clock;
  private final SigningKey key;
  private @Nullable TileWriter end;

  /**
   * @param ledger connects as the ledger's role
   * @param clock says when a batch is settled
   * @param key signs the tree after each batch
   */
  public Sequencer(DataSource ledger, Clock clock, SigningKey key) {
    this.ledger = ledger;
    this.clock = clock;
    this.key = key;
  }

  /** Settles all that is committed for good; returns how many entries that was. */
  public synchronized long settle() throws SQLException {
    try (Connection connection = ledger.getConnection()) {
      connection.setAutoCommit(false);
      try {
        long settled = isAlone(connection) ? settle(connection) : 0;
        connection.commit();
        return settled;
      } catch (SQLException | RuntimeException e) {
        end = null;
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static boolean isAlone(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private record Reached(long size, Instant settledAt, String horizon) {}

  private long settle(Connection connection) throws SQLException {
    Reached reached = reached(connection);
    String horizon = horizon(connection);
    TileWriter writer = end(connection, reached.size());
    long before = writer.size();
    try (PreparedStatement entries =
            connection.prepareStatement(
                """
                select id, kind, actor, at, rows, content, subjects, purpose from ledger.entry
                where tx >= cast(? as xid8) and tx < cast(? as xid8) order by tx, id\
                """);
        PreparedStatement leaf =
            connection.prepareStatement(
                "insert into ledger.leaf (position, entry, hash) values (?, ?, ?)");
        PreparedStatement tile =
            connection.prepareStatement(
                "insert into ledger.tile (level, index, hashes) values (?, ?, ?)")) {
      entries.setFetchSize(WRITE_BATCH);
      entries.setString(1, reached.horizon());
      entries.setString(2, horizon);
      try (ResultSet row = entries.executeQuery()) {
        while (row.next()) {
          Entry entry = entry(row);
          add(writer, entry, leaf, tile);
          if (writer.size() % WRITE_BATCH == 0) {
            leaf.executeBatch();
          }
        }
      }
      leaf.executeBatch();
      tile.executeBatch();
    }
    long settled = writer.size() - before;
    if (settled > 0) {
      Instant settledAt = writeBatch(connection, writer.size(), reached.settledAt(), horizon);
      writeCheckpoint(connection, key.sign(writer.size(), writer.root()), writer, settledAt);
    }
    return settled;
  }

  static void add(TileWriter writer, Entry entry, PreparedStatement leaf, PreparedStatement tile)
      throws SQLException {
    Digest hash = entry.leafHash();
    leaf.setLong(1, writer.size());
    leaf.setObject(2, entry.id());
    leaf.setBytes(3, hash.bytes());
    leaf.addBatch();
    for (Tile filled : writer.append(hash)) {
      tile.setInt(1, filled.level());
      tile.setLong(2, filled.index());
      tile.setBytes(3, filled.bytes());
      tile.addBatch();
    }
  }

  static Entry entry(ResultSet row) throws SQLException {
    UUID[] subjects = (UUID[]) row.getArray("subjects").getArray();
    return new Entry(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("actor", UUID.class),
        row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
        new Content(row.getInt("rows"), Digest.of(row.getBytes("content"))),
        List.copyOf(Arrays.asList(subjects)),
        row.getString("purpose"));
  }

  private TileWriter end(Connection connection, long size) {
    TileWriter known = end;
    if (known == null || known.size() != size) {
      known = size == 0 ? TileWriter.empty() : TileWriter.resume(new StoredTiles(connection), size);
      end = known;
    }
    return known;
  }

  private static Reached reached(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select size, settled_at, horizon from ledger.batch order by size desc limit 1")) {
      if (!row.next()) {
        return new Reached(0, Instant.EPOCH, "0");
      }
      return new Reached(row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3));
    }
  }

  private static String horizon(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select pg_snapshot_xmin(pg_current_snapshot())::text")) {
      row.next();
      return row.getString(1);
    }
  }

  private Instant writeBatch(Connection connection, long size, Instant before, String horizon)
      throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant settledAt = now.isBefore(before) ? before : now;
    try (PreparedStatement batch =
        connection.prepareStatement(
            "insert into ledger.batch (size, settled_at, horizon) values (?, ?, cast(? as xid8))")) {
      batch.setLong(1, size);
      batch.setObject(2, settledAt.atOffset(ZoneOffset.UTC));
      batch.setString(3, horizon);
      batch.executeUpdate();
    }
    return settledAt;
  }

  static void writeCheckpoint(Connection connection, String note, TileWriter end, Instant at)
      throws SQLException {
    try (PreparedStatement checkpoint =
        connection.prepareStatement(
            "insert into ledger.checkpoint (size, root, note, at) values (?, ?, ?, ?)")) {
      checkpoint.setLong(1, end.size());
      checkpoint.setBytes(2, end.root().bytes());
      checkpoint.setString(3, note);
      checkpoint.setObject(4, at.atOffset(ZoneOffset.UTC));
      checkpoint.executeUpdate();
    }
  }
}
