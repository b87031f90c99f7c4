package org.heed.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** PostgreSQL's own COPY, loading the same rows into equal empty tables. */
final class CopyPeer {
  private final Connection owner;
  private final CopyManager copy;
  private final Path folder;
  private final Server server;

  CopyPeer(Connection owner, Path folder, Server server) throws SQLException {
    this.owner = owner;
    this.copy = owner.unwrap(PGConnection.class).getCopyAPI();
    this.folder = folder;
    this.server = server;
  }

  /**
   * What the load took.
   *
   * @param rows of all tables
   * @param nanos for all of them, one after another
   * @param format text or binary, whichever was faster
   * @param spent processor time
   */
  record Loaded(long rows, long nanos, String format, Spent spent) {}

  /** Copies every row out, and in again once in each format. */
  Loaded load(List<RecordTables.Pair> tables) throws SQLException, IOException {
    Loaded text = load(tables, "text");
    Loaded binary = load(tables, "binary");
    return text.nanos() < binary.nanos() ? text : binary;
  }

  private Loaded load(List<RecordTables.Pair> tables, String format)
      throws SQLException, IOException {
    RecordTables.makePeers(owner, tables);
    for (RecordTables.Pair pair : tables) {
      try (OutputStream out = Files.newOutputStream(file(pair))) {
        copy.copyOut("copy " + pair.table() + " to stdout (format " + format + ")", out);
      }
    }
    long rows = 0;
    Spent before = server.spent();
    long began = System.nanoTime();
    for (RecordTables.Pair pair : tables) {
      try (InputStream in = Files.newInputStream(file(pair))) {
        rows +=
            copy.copyIn("copy " + pair.peer() + " from stdin (format " + format + ")", in, 1 << 16);
      }
    }
    long nanos = System.nanoTime() - began;
    Spent spent = server.spent().since(before);
    for (RecordTables.Pair pair : tables) {
      Files.delete(file(pair));
    }
    RecordTables.dropPeers(owner);
    return new Loaded(rows, nanos, format, spent);
  }

  private Path file(RecordTables.Pair pair) {
    return folder.resolve(pair.table() + ".copy");
  }
}
