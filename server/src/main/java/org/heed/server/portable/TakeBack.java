package org.heed.server.portable;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.ledger.Actor;
import org.heed.ledger.Checkpoint;
import org.heed.ledger.CompactRange;
import org.heed.ledger.Digest;
import org.heed.ledger.ExportSource;
import org.heed.ledger.NoteException;
import org.heed.ledger.Salt;
import org.heed.ledger.SigningKey;
import org.heed.ledger.Source;
import org.heed.ledger.StoredEntry;
import org.heed.ledger.UnreadableException;
import org.heed.ledger.Verification;
import org.heed.ledger.Verifier;
import org.heed.ledger.VerifyKey;
import org.heed.postgres.DatabaseAddress;
import org.heed.server.importing.ImportFailure;
import org.heed.server.ledger.KeptPlaces;
import org.heed.server.store.IdSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes an export back into a record. Entries go in as they are, with their own identifiers, makers
 * and times, and name the act that took them; so taking an export again finds everything there, and
 * one that was interrupted goes on.
 *
 * <p>Where the record holds nothing else, they also keep their positions and the times they were
 * settled: the ledger goes on under this record's key, and what was known at a moment stays known.
 * Elsewhere they are known from now on, since what others knew cannot change what was known here.
 */
public final class TakeBack {
  private static final int ENTRIES = 1_000;
  private static final int ROWS = 20_000;
  private static final int FAULTS_NAMED = 5;
  private static final String UNIQUE = "23505";

  private final DatabaseAddress owner;
  private final SigningKey signing;
  private final UUID actor;
  private final Clock clock;
  private final IdSource ids;
  private final int most;

  /**
   * @param owner the database, as its owner
   * @param signing this record's key
   * @param actor the account in whose name the taking is recorded
   */
  public TakeBack(
      DatabaseAddress owner, SigningKey signing, UUID actor, Clock clock, IdSource ids) {
    this(owner, signing, actor, clock, ids, ENTRIES);
  }

  /** As the other, with so many entries at most in one transaction. */
  TakeBack(
      DatabaseAddress owner, SigningKey signing, UUID actor, Clock clock, IdSource ids, int most) {
    this.owner = owner;
    this.signing = signing;
    this.actor = actor;
    this.clock = clock;
    this.ids = ids;
    this.most = most;
  }

  /**
   * Takes it back.
   *
   * @param key that signed the export, known from elsewhere than the export
   * @param kept a checkpoint kept elsewhere, opened with that key; or null
   * @param listener told how it comes along
   * @throws ImportFailure with one plain sentence, before anything is written where the export is
   *     not as it was signed or does not fit this record
   */
  public Taken run(
      ExportSource export, VerifyKey key, @Nullable Checkpoint kept, TakingListener listener)
      throws SQLException {
    TakenTables tables = new TakenTables(export.tables());
    requireProven(new Watched(export, listener), key, kept);
    String note = newest(export);
    if (note == null) {
      return new Taken(0, 0, false);
    }
    try (Connection connection = owner.connect()) {
      return new Run(connection, export, tables, taking(key, note), listener).take();
    } catch (UnreadableException | UncheckedIOException e) {
      throw new ImportFailure(
          "The export cannot be read to its end: see that its files are whole and that nothing"
              + " writes into them, and run this again; nothing goes in twice.",
          e);
    }
  }

  private static void requireProven(Source export, VerifyKey key, @Nullable Checkpoint kept) {
    Verification found = new Verifier(key).verify(export, kept);
    if (!found.ok()) {
      List<String> lines =
          found.faults().stream().limit(FAULTS_NAMED).map(fault -> fault.line()).toList();
      throw new ImportFailure(
          "The export is not what was signed, and nothing was taken back: "
              + String.join("; ", lines)
              + (found.faultCount() > lines.size()
                  ? "; and " + (found.faultCount() - lines.size()) + " more faults"
                  : "")
              + ". See heed verify --export.");
    }
  }

  private static @Nullable String newest(ExportSource export) {
    try (Stream<String> notes = export.checkpoints()) {
      return notes.reduce(null, (_, note) -> note);
    }
  }

  private static Taking taking(VerifyKey key, String note) {
    try {
      return Taking.of(key, key.open(note), note);
    } catch (NoteException e) {
      throw new IllegalStateException("a checkpoint that was proven", e);
    }
  }

  /** One run on one connection. */
  private final class Run {
    private final Connection connection;
    private final ExportSource export;
    private final Taking taking;
    private final TakenRows rows;
    private final TakingListener listener;
    private final Set<TakenRows.Gone> gone = new LinkedHashSet<>();
    private long read;
    private long fresh;

    Run(
        Connection connection,
        ExportSource export,
        TakenTables tables,
        Taking taking,
        TakingListener listener) {
      this.connection = connection;
      this.export = export;
      this.taking = taking;
      this.rows = new TakenRows(connection, tables);
      this.listener = listener;
    }

    Taken take() throws SQLException {
      requireNoClash();
      addActors();
      boolean placesKept = takeInPlace();
      if (!placesKept) {
        inBatches(batch -> write(batch, null));
      }
      inTransaction(() -> {
        rows.carryOut(gone);
        finish(placesKept);
      });
      return new Taken(read, fresh, placesKept);
    }

    private void requireNoClash() throws SQLException {
      if (isEmpty()) {
        return;
      }
      Clashes clashes = new Clashes(connection);
      inBatches(batch -> clashes.look(rows.rows(rows.missing(batch))));
      clashes.refuse();
      read = 0;
    }

    private boolean isEmpty() throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery("select not exists (select 1 from ledger.entry)")) {
        row.next();
        return row.getBoolean(1);
      }
    }

    private void addActors() throws SQLException {
      try (Stream<Actor> actors = export.actors()) {
        List<Actor> all = actors.toList();
        inTransaction(() -> TakenActors.add(connection, all, taking.keyHash()));
      }
    }

    /** Whether this record is the beginning of the export and nothing else, and went on with it. */
    private boolean takeInPlace() throws SQLException {
      try (KeptPlaces places = KeptPlaces.open(connection, signing);
          SettledTimes times = SettledTimes.of(export, taking.checkpoint().size(), clock)) {
        long here = places.size();
        if (times.isNone() || !begins(here, places.root())) {
          return false;
        }
        times.skipTo(here);
        inBatches(batch -> {
          List<StoredEntry> after =
              batch.stream().filter(stored -> stored.position() >= here).toList();
          if (!after.isEmpty()) {
            write(after, KeptPlaces.TRANSACTION);
            places.place(
                after.stream().map(StoredEntry::entry).toList(),
                times.upTo(places.size() + after.size()));
          }
        });
        return true;
      }
    }

    private boolean begins(long size, Digest root) {
      if (size > taking.checkpoint().size()) {
        return false;
      }
      CompactRange range = new CompactRange();
      try (Stream<StoredEntry> entries = export.entries()) {
        entries.limit(size).forEach(stored -> range.append(stored.entry().leafHash()));
      }
      return range.root().equals(root);
    }

    private void write(List<StoredEntry> batch, @Nullable String transaction) throws SQLException {
      List<StoredEntry> missing = rows.missing(batch);
      rows.write(missing, taking.id(), transaction);
      fresh += missing.size();
    }

    private void finish(boolean placesKept) throws SQLException {
      Salt salt = Salt.of(ids.salt());
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      if (!rows.holds(taking.id())) {
        rows.write(List.of(taking.entry(actor, now, salt, placesKept)), null, null);
      }
    }

    private void inBatches(Step<List<StoredEntry>> step) throws SQLException {
      read = 0;
      List<StoredEntry> batch = new ArrayList<>();
      long size = 0;
      try (Stream<StoredEntry> entries = export.entries()) {
        for (StoredEntry stored : (Iterable<StoredEntry>) entries::iterator) {
          batch.add(stored);
          size += stored.rows().size();
          if (batch.size() >= most || size >= ROWS) {
            take(batch, step);
            batch = new ArrayList<>();
            size = 0;
          }
        }
      }
      if (!batch.isEmpty()) {
        take(batch, step);
      }
    }

    private void take(List<StoredEntry> batch, Step<List<StoredEntry>> step) throws SQLException {
      inTransaction(() -> step.run(batch));
      gone.addAll(TakenRows.gone(batch));
      read += batch.size();
      listener.taken(read);
    }

    private void inTransaction(Work work) throws SQLException {
      connection.setAutoCommit(false);
      try {
        work.run();
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        if (UNIQUE.equals(e.getSQLState())) {
          throw raced(e);
        }
        throw e;
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static ImportFailure raced(SQLException why) {
    return new ImportFailure(
        "Somebody recorded the same meanwhile: run this again; nothing goes in twice.", why);
  }

  @FunctionalInterface
  private interface Step<T> {
    void run(T value) throws SQLException;
  }

  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }
}
