package org.heed.server.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.heed.ledger.Actor;
import org.heed.ledger.FactTable;
import org.heed.ledger.Settled;
import org.heed.ledger.Source;
import org.heed.ledger.StoredEntry;
import org.heed.ledger.TileSource;
import org.heed.ledger.Unplaced;
import org.heed.postgres.DatabaseAddress;
import org.heed.server.store.Tables;

/**
 * The ledger as the database holds it, in one snapshot. Connects as the database's owner, for whom
 * no row is hidden; one who does not see every row gets an error, never a part. Writes nothing.
 */
public final class LedgerSource implements Source, AutoCloseable {
  private static final String UNPLACED =
      """
      select e.id,
        e.tx >= coalesce((select horizon from ledger.batch order by size desc limit 1), '0')
          and e.tx < pg_snapshot_xmax(pg_current_snapshot()) as waits
      from ledger.entry e
      where not exists (select 1 from ledger.leaf l where l.entry = e.id)\
      """;

  private final Connection connection;
  private final LongConsumer progress;

  private LedgerSource(Connection connection, LongConsumer progress) {
    this.connection = connection;
    this.progress = progress;
  }

  /**
   * Opens a snapshot of the database.
   *
   * @param owner the database, as its owner
   * @param progress told how many entries are read
   */
  public static LedgerSource open(DatabaseAddress owner, LongConsumer progress)
      throws SQLException {
    Connection connection = owner.connect();
    try {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (Statement settings = connection.createStatement()) {
        settings.execute("set local row_security = off");
        settings.execute("set local search_path = pg_catalog");
        settings.execute("set local timezone = 'UTC'");
      }
      return new LedgerSource(connection, progress);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** How many entries are placed. */
  public long size() {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from ledger.leaf")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new UnreadableRecord(e);
    }
  }

  @Override
  public Stream<StoredEntry> entries() {
    return new EntryReader(connection, progress).stream();
  }

  @Override
  public Stream<Unplaced> unplaced() {
    Stream<Unplaced> entries = Rows.stream(connection, UNPLACED, LedgerSource::unplacedEntry);
    return Stream.concat(entries, Tables.ALL.stream().flatMap(this::strays));
  }

  private static Unplaced unplacedEntry(ResultSet row) throws SQLException {
    UUID entry = row.getObject("id", UUID.class);
    return row.getBoolean("waits") ? new Unplaced.Pending(entry) : new Unplaced.Skipped(entry);
  }

  private Stream<Unplaced> strays(FactTable table) {
    String query =
        "select f.entry, f.ordinal from "
            + Tables.qualified(table)
            + " f where not exists (select 1 from ledger.entry e where e.id = f.entry)";
    return Rows.stream(
        connection,
        query,
        row ->
            new Unplaced.Row(
                table.name(), row.getObject("entry", UUID.class), row.getInt("ordinal")));
  }

  @Override
  public Stream<String> checkpoints() {
    return Rows.stream(
        connection,
        "select note from ledger.checkpoint order by size",
        row -> row.getString("note"));
  }

  @Override
  public Stream<Actor> actors() {
    return Rows.stream(
        connection,
        "select id, name, display_name, agency from access.account order by id",
        row ->
            new Actor(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("display_name"),
                row.getString("agency")));
  }

  @Override
  public Stream<Settled> settled() {
    return Rows.stream(
        connection,
        "select size, settled_at from ledger.batch order by size",
        row -> new Settled(row.getLong("size"), row.getTimestamp("settled_at").toInstant()));
  }

  @Override
  public Optional<TileSource> tiles() {
    return Optional.of(new StoredTiles(connection));
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw new UnreadableRecord(e);
    }
  }
}
