package org.heed.server.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of a query through a cursor, so that a table of any size is read in constant memory. */
final class Rows<T> implements Iterator<T>, AutoCloseable {
  private static final int FETCH = 2_000;

  private final PreparedStatement statement;
  private final ResultSet rows;
  private final Reader<T> reader;
  private boolean onRow;
  private boolean ended;

  /** Makes one value of the row that the cursor stands on. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  Rows(Connection connection, String query, Reader<T> reader) {
    try {
      this.statement = connection.prepareStatement(query);
      this.statement.setFetchSize(FETCH);
      this.rows = statement.executeQuery();
      this.reader = reader;
    } catch (SQLException e) {
      throw new UnreadableRecord(e);
    }
  }

  static <T> Stream<T> stream(Connection connection, String query, Reader<T> reader) {
    Rows<T> rows = new Rows<>(connection, query, reader);
    return stream(rows).onClose(rows::close);
  }

  static <T> Stream<T> stream(Iterator<T> iterator) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public boolean hasNext() {
    try {
      if (!onRow && !ended) {
        onRow = rows.next();
        ended = !onRow;
      }
      return onRow;
    } catch (SQLException e) {
      throw new UnreadableRecord(e);
    }
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    onRow = false;
    try {
      return reader.read(rows);
    } catch (SQLException e) {
      throw new UnreadableRecord(e);
    }
  }

  @Override
  public void close() {
    try {
      statement.close();
    } catch (SQLException e) {
      throw new UnreadableRecord(e);
    }
  }
}
