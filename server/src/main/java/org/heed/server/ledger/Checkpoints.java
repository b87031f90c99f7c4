package org.heed.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.heed.kernel.AllowedCall;
import org.heed.ledger.Digest;
import org.heed.ledger.NoteException;
import org.heed.ledger.SigningKey;
import org.heed.ledger.TileWriter;
import org.heed.ledger.VerifyKey;

/**
 * Signs how far the tree has come. The key lies in the data folder, never in the database; each
 * signed note is kept in the database and as a file that can leave the machine.
 */
public final class Checkpoints {
  private static final String ORIGIN = "heed.local/ledger";

  private final DataSource ledger;
  private final Clock clock;
  private final Path notes;
  private final SigningKey key;

  /** Uses the signing key of the data folder, made on first use. */
  public Checkpoints(DataSource ledger, Clock clock, Path data) {
    this.ledger = ledger;
    this.clock = clock;
    this.notes = data.resolve("checkpoints");
    this.key = key(data.resolve("secrets").resolve("ledger.key"), data.resolve("ledger.pub"));
  }

  /** Anyone may have it: what signatures are checked with. */
  public VerifyKey verifyKey() {
    return key.verifyKey();
  }

  /**
   * Signs the tree as it stands now, unless it is signed already; the note, or empty while empty.
   */
  public Optional<String> sign() throws SQLException {
    try (Connection connection = ledger.getConnection()) {
      long size = longOf(connection, "select coalesce(max(size), 0) from ledger.batch");
      if (size == 0) {
        return Optional.empty();
      }
      Optional<String> signed = find(connection, size);
      if (signed.isPresent()) {
        return signed;
      }
      Digest root = TileWriter.resume(new StoredTiles(connection), size).root();
      String note = key.sign(size, root);
      write(connection, size, root, note);
      keep(size, note);
      return Optional.of(note);
    }
  }

  private static Optional<String> find(Connection connection, long size) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select note from ledger.checkpoint where size = ?")) {
      query.setLong(1, size);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  private void write(Connection connection, long size, Digest root, String note)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into ledger.checkpoint (size, root, note, at) values (?, ?, ?, ?)
            on conflict do nothing\
            """)) {
      insert.setLong(1, size);
      insert.setBytes(2, root.bytes());
      insert.setString(3, note);
      insert.setObject(4, clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  private void keep(long size, String note) {
    try {
      Files.createDirectories(notes);
      Files.writeString(notes.resolve(String.format(Locale.ROOT, "%012d.note", size)), note);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the checkpoint into " + notes, e);
    }
  }

  private static long longOf(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @AllowedCall("a signing key must be unpredictable")
  private static SigningKey key(Path secret, Path shown) {
    try {
      if (!Files.exists(secret)) {
        SigningKey made = SigningKey.create(ORIGIN, new SecureRandom());
        made.save(secret);
        Files.writeString(shown, made.verifyKey().text() + "\n");
        return made;
      }
      return SigningKey.load(secret);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the ledger's signing key " + secret, e);
    } catch (NoteException e) {
      throw new IllegalStateException("the ledger's signing key " + secret + " is damaged", e);
    }
  }
}
