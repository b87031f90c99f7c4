package org.heed.server.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.heed.ledger.Digest;
import org.heed.ledger.Entry;
import org.heed.ledger.Settled;
import org.heed.ledger.SigningKey;
import org.heed.ledger.TileWriter;

/**
 * Gives entries of another log the places and times that they had there, in a ledger that holds
 * nothing else: the tree is then the same tree, and what was known at a moment stays known. Works
 * in the caller's transaction, as the database's owner, in the sequencer's place: that one has to
 * wait until this is closed.
 */
public final class KeptPlaces implements AutoCloseable {
  /**
   * The transaction that the entries name: an identifier that no real one has. Below {@link
   * #HORIZON}, so that the sequencer goes on with everything real and with none of these.
   */
  public static final String TRANSACTION = "1";

  private static final String HORIZON = "2";

  private final Connection owner;
  private final SigningKey key;
  private final TileWriter end;
  private Instant settledAt;

  private KeptPlaces(Connection owner, SigningKey key, TileWriter end, Instant settledAt) {
    this.owner = owner;
    this.key = key;
    this.end = end;
    this.settledAt = settledAt;
  }

  /**
   * Takes the sequencer's place.
   *
   * @param owner the database, as its owner, not in a transaction
   * @param key signs what is placed
   */
  public static KeptPlaces open(Connection owner, SigningKey key) throws SQLException {
    lock(owner, "pg_advisory_lock");
    try (Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select coalesce(max(size), 0), max(settled_at) from ledger.batch")) {
      row.next();
      long size = row.getLong(1);
      TileWriter end =
          size == 0 ? TileWriter.empty() : TileWriter.resume(new StoredTiles(owner), size);
      return new KeptPlaces(
          owner, key, end, size == 0 ? Instant.EPOCH : row.getTimestamp(2).toInstant());
    } catch (SQLException | RuntimeException e) {
      lock(owner, "pg_advisory_unlock");
      throw e;
    }
  }

  private static void lock(Connection owner, String function) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement("select " + function + "(?)")) {
      statement.setLong(1, Sequencer.LOCK);
      statement.execute();
    }
  }

  /** How many entries have a place. */
  public long size() {
    return end.size();
  }

  /** The root of their tree. */
  public Digest root() {
    return end.root();
  }

  /**
   * Places entries, which are written already.
   *
   * @param settled when positions were settled, for the sizes up to which these entries reach; the
   *     last may lie beyond them
   */
  public void place(List<Entry> entries, List<Settled> settled) throws SQLException {
    try (PreparedStatement leaf =
            owner.prepareStatement(
                "insert into ledger.leaf (position, entry, hash) values (?, ?, ?)");
        PreparedStatement tile =
            owner.prepareStatement(
                "insert into ledger.tile (level, index, hashes) values (?, ?, ?)")) {
      for (Entry entry : entries) {
        Sequencer.add(end, entry, leaf, tile);
      }
      leaf.executeBatch();
      tile.executeBatch();
    }
    for (Settled each : settled) {
      settle(Math.min(each.size(), end.size()), each.at());
    }
    Sequencer.writeCheckpoint(owner, key.sign(end.size(), end.root()), end, settledAt);
  }

  private void settle(long size, Instant at) throws SQLException {
    settledAt = at.isBefore(settledAt) ? settledAt : at;
    try (PreparedStatement batch =
        owner.prepareStatement(
            """
            insert into ledger.batch (size, settled_at, horizon)
            values (?, ?, cast(? as xid8)) on conflict do nothing\
            """)) {
      batch.setLong(1, size);
      batch.setObject(2, settledAt.atOffset(ZoneOffset.UTC));
      batch.setString(3, HORIZON);
      batch.executeUpdate();
    }
  }

  /** Gives the sequencer its place back. */
  @Override
  public void close() throws SQLException {
    lock(owner, "pg_advisory_unlock");
  }
}
