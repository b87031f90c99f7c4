package org.heed.server.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.heed.ledger.Digest;
import org.heed.ledger.Entry;
import org.heed.ledger.Salt;
import org.heed.ledger.StoredEntry;
import org.heed.ledger.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Placed entries in the order of their positions, with their rows. Reads a window of entries, then
 * each table's rows of that window: joined one entry at a time, a large ledger would take days. A
 * leaf whose entry is gone is passed over, which leaves the gap that the check names.
 */
final class EntryReader implements Iterator<StoredEntry> {
  private static final int WINDOW_ENTRIES = 5_000;
  private static final int WINDOW_ROWS = 50_000;
  private static final String PLACED =
      """
      select l.position, l.hash, e.*, s.salt
      from ledger.leaf l
        join ledger.entry e on e.id = l.entry
        left join ledger.salt s on s.entry = l.entry
      order by l.position\
      """;
  private static final String SURVIVORS =
      """
      select v.entry, v.ordinal, v.row_salt from ledger.survivor v
        join ledger.leaf l on l.entry = v.entry
      where l.position between ? and ?\
      """;

  private final Connection connection;
  private final LongConsumer progress;
  private final Rows<Head> heads;
  private final Deque<StoredEntry> ready = new ArrayDeque<>();
  private final FactReader facts;
  private @Nullable UnreadableException unreadable;
  private long read;

  EntryReader(Connection connection, LongConsumer progress) {
    this.connection = connection;
    this.progress = progress;
    this.heads = new Rows<>(connection, PLACED, EntryReader::head);
    this.facts = new FactReader(connection);
  }

  /** Closing the stream closes the cursor. */
  Stream<StoredEntry> stream() {
    return Rows.stream(this).onClose(heads::close);
  }

  /** An entry without its rows; without its own fields where they cannot be read. */
  private record Head(
      long position, @Nullable Entry entry, @Nullable Digest leaf, @Nullable Salt salt) {}

  private static Head head(ResultSet row) throws SQLException {
    long position = row.getLong("position");
    try {
      byte[] salt = row.getBytes("salt");
      return new Head(
          position,
          Sequencer.entry(row),
          Digest.of(row.getBytes("hash")),
          salt == null ? null : Salt.of(salt));
    } catch (IllegalArgumentException | NullPointerException e) {
      return new Head(position, null, null, null);
    }
  }

  @Override
  public boolean hasNext() {
    if (ready.isEmpty() && unreadable == null) {
      readWindow();
    }
    return !ready.isEmpty() || unreadable != null;
  }

  @Override
  public StoredEntry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    StoredEntry entry = ready.poll();
    if (entry != null) {
      return entry;
    }
    throw unreadable == null ? new NoSuchElementException() : unreadable;
  }

  private void readWindow() {
    Deque<Head> window = new ArrayDeque<>();
    long rows = 0;
    while (window.size() < WINDOW_ENTRIES && rows < WINDOW_ROWS && heads.hasNext()) {
      Head head = heads.next();
      if (head.entry() == null) {
        unreadable = new UnreadableException(head.position(), "its own fields cannot be read");
        break;
      }
      window.add(head);
      rows += head.entry().content().rows();
    }
    if (window.isEmpty()) {
      return;
    }
    long first = window.getFirst().position();
    long last = window.getLast().position();
    try {
      FactReader.Window stored = facts.read(first, last, survivors(first, last));
      put(window, stored);
    } catch (SQLException e) {
      throw new UnreadableRecord(e);
    }
    read += window.size();
    progress.accept(read);
  }

  private void put(Deque<Head> window, FactReader.Window stored) {
    for (Head head : window) {
      Entry entry = head.entry();
      if (entry == null || !stored.isReadable(entry.id())) {
        unreadable = new UnreadableException(head.position(), "one of its rows cannot be read");
        return;
      }
      ready.add(
          new StoredEntry(
              head.position(),
              entry,
              head.leaf(),
              head.salt(),
              stored.rows(entry.id()),
              List.of()));
    }
  }

  private Map<FactReader.Place, Salt> survivors(long first, long last) throws SQLException {
    Map<FactReader.Place, Salt> salts = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(SURVIVORS)) {
      query.setLong(1, first);
      query.setLong(2, last);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          UUID entry = row.getObject("entry", UUID.class);
          salts.put(
              new FactReader.Place(entry, row.getInt("ordinal")),
              Salt.of(row.getBytes("row_salt")));
        }
      }
    }
    return salts;
  }
}
