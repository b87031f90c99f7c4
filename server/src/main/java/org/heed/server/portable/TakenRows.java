package org.heed.server.portable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.ledger.Entry;
import org.heed.ledger.Fact;
import org.heed.ledger.FactTable;
import org.heed.ledger.Salt;
import org.heed.ledger.StoredEntry;
import org.heed.ledger.StoredRow;
import org.heed.server.importing.ImportFailure;
import org.heed.server.store.FactWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries with their salts and rows as they stand in an export, in the caller's transaction.
 * As the database's owner: the application may write in nobody's name but the asker's.
 */
final class TakenRows {
  private final Connection owner;
  private final TakenTables tables;

  TakenRows(Connection owner, TakenTables tables) {
    this.owner = owner;
    this.tables = tables;
  }

  /** Those of the entries that the record does not hold. */
  List<StoredEntry> missing(List<StoredEntry> entries) throws SQLException {
    Map<UUID, byte @Nullable []> here = new HashMap<>();
    try (PreparedStatement query =
        owner.prepareStatement(
            """
            select e.id, l.hash from ledger.entry e left join ledger.leaf l on l.entry = e.id
            where e.id = any (?)\
            """)) {
      query.setArray(
          1,
          owner.createArrayOf(
              "uuid", entries.stream().map(stored -> stored.entry().id()).toArray(UUID[]::new)));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          here.put(row.getObject(1, UUID.class), row.getBytes(2));
        }
      }
    }
    List<StoredEntry> missing = new ArrayList<>();
    for (StoredEntry stored : entries) {
      UUID id = stored.entry().id();
      byte[] hash = here.get(id);
      if (!here.containsKey(id)) {
        missing.add(stored);
      } else if (hash != null && !Arrays.equals(hash, stored.entry().leafHash().bytes())) {
        throw new ImportFailure(
            "Entry "
                + stored.position()
                + " of the export is in this record with another content: one of the two was"
                + " rewritten. Nothing was taken back; verify both.");
      }
    }
    return missing;
  }

  /** Whether the record holds the entry. */
  boolean holds(UUID entry) throws SQLException {
    try (PreparedStatement query =
        owner.prepareStatement("select exists (select 1 from ledger.entry where id = ?)")) {
      query.setObject(1, entry);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** The rows of entries by table, as this Heed has them. */
  Map<FactTable, List<FactWriter.Row>> rows(List<StoredEntry> entries) {
    Map<FactTable, List<FactWriter.Row>> rows = new LinkedHashMap<>();
    for (StoredEntry stored : entries) {
      for (StoredRow row : stored.rows()) {
        if (row instanceof StoredRow.Present present) {
          Fact fact = tables.here(present.fact());
          rows.computeIfAbsent(fact.table(), _ -> new ArrayList<>())
              .add(new FactWriter.Row(stored.entry().id(), row.ordinal(), fact));
        }
      }
    }
    return rows;
  }

  /** A row that the export says was destroyed. */
  record Gone(UUID entry, int ordinal, UUID by) {}

  /** Those rows of entries that the export says were destroyed. */
  static List<Gone> gone(List<StoredEntry> entries) {
    List<Gone> gone = new ArrayList<>();
    for (StoredEntry stored : entries) {
      for (StoredRow row : stored.rows()) {
        if (row instanceof StoredRow.Destroyed destroyed) {
          gone.add(new Gone(stored.entry().id(), row.ordinal(), destroyed.by()));
        }
      }
    }
    return gone;
  }

  /**
   * Destroys what the record still has of rows that the export says were destroyed: it was taken
   * before they were. The decisions are in by then.
   */
  void carryOut(Collection<Gone> gone) throws SQLException {
    Map<UUID, List<Gone>> byDecision = new LinkedHashMap<>();
    gone.forEach(one -> byDecision.computeIfAbsent(one.by(), _ -> new ArrayList<>()).add(one));
    try (PreparedStatement carry =
        owner.prepareStatement(
            """
            select ledger.carry_out(?, array_agg(w.entry), array_agg(w.ordinal))
            from unnest(?, ?) w (entry, ordinal)
            where not exists (select 1 from ledger.destroyed d
              where d.entry = w.entry and d.ordinal = w.ordinal)
            having count(*) > 0\
            """)) {
      for (Map.Entry<UUID, List<Gone>> decided : byDecision.entrySet()) {
        carry.setObject(1, decided.getKey());
        carry.setArray(
            2,
            owner.createArrayOf(
                "uuid", decided.getValue().stream().map(Gone::entry).toArray(UUID[]::new)));
        carry.setArray(
            3,
            owner.createArrayOf(
                "int4", decided.getValue().stream().map(Gone::ordinal).toArray(Integer[]::new)));
        carry.execute();
      }
    }
  }

  /**
   * Writes entries and their rows.
   *
   * @param by the entry of the act that takes them; null for that one itself
   * @param transaction that they are to name; null for the one that writes them
   */
  void write(List<StoredEntry> entries, @Nullable UUID by, @Nullable String transaction)
      throws SQLException {
    try (PreparedStatement entry =
            owner.prepareStatement(
                """
                insert into ledger.entry
                  (id, tx, kind, actor, at, rows, content, subjects, purpose, taken_by)
                values (?, coalesce(cast(? as xid8), pg_current_xact_id()), ?, ?, ?, ?, ?, ?, ?, ?)\
                """);
        PreparedStatement salt =
            owner.prepareStatement("insert into ledger.salt (entry, salt) values (?, ?)")) {
      for (StoredEntry stored : entries) {
        bind(entry, stored.entry(), by, transaction);
        entry.addBatch();
        Salt secret = stored.salt();
        if (secret != null) {
          salt.setObject(1, stored.entry().id());
          salt.setBytes(2, secret.bytes());
          salt.addBatch();
        }
      }
      entry.executeBatch();
      salt.executeBatch();
    }
    writeDestroyed(entries);
    for (Map.Entry<FactTable, List<FactWriter.Row>> table : rows(entries).entrySet()) {
      FactWriter.writeFacts(owner, table.getKey(), table.getValue());
    }
  }

  /** The commitments of rows that were destroyed, and the salts of those that stayed. */
  private void writeDestroyed(List<StoredEntry> entries) throws SQLException {
    try (PreparedStatement destroyed =
            owner.prepareStatement(
                """
                insert into ledger.destroyed (entry, ordinal, commitment, tbl, by_entry)
                values (?, ?, ?, ?, ?)\
                """);
        PreparedStatement survivor =
            owner.prepareStatement(
                "insert into ledger.survivor (entry, ordinal, row_salt) values (?, ?, ?)")) {
      for (StoredEntry stored : entries) {
        for (StoredRow row : stored.rows()) {
          switch (row) {
            case StoredRow.Destroyed gone -> {
              destroyed.setObject(1, stored.entry().id());
              destroyed.setInt(2, row.ordinal());
              destroyed.setBytes(3, gone.commitment().digest().bytes());
              destroyed.setString(4, row.table());
              destroyed.setObject(5, gone.by());
              destroyed.addBatch();
            }
            case StoredRow.Present present -> {
              Salt own = present.salt();
              if (own != null) {
                survivor.setObject(1, stored.entry().id());
                survivor.setInt(2, row.ordinal());
                survivor.setBytes(3, own.bytes());
                survivor.addBatch();
              }
            }
          }
        }
      }
      destroyed.executeBatch();
      survivor.executeBatch();
    }
  }

  private void bind(
      PreparedStatement insert, Entry entry, @Nullable UUID by, @Nullable String transaction)
      throws SQLException {
    insert.setObject(1, entry.id());
    insert.setString(2, transaction);
    insert.setString(3, entry.kind());
    insert.setObject(4, entry.actor());
    insert.setObject(5, entry.at().atOffset(ZoneOffset.UTC));
    insert.setInt(6, entry.content().rows());
    insert.setBytes(7, entry.content().digest().bytes());
    insert.setArray(8, owner.createArrayOf("uuid", entry.subjects().toArray(UUID[]::new)));
    insert.setString(9, entry.purpose());
    insert.setObject(10, by);
  }
}
