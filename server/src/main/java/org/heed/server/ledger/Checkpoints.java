package org.heed.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Takes signed checkpoints out of the database: each is kept as a file that can leave the machine,
 * because a log that was rolled back is consistent with itself.
 */
public final class Checkpoints {
  private final DataSource ledger;
  private final Sequencer sequencer;
  private final Path notes;

  /** Keeps them in the folder {@code checkpoints} of the data folder. */
  public Checkpoints(DataSource ledger, Sequencer sequencer, Path data) {
    this.ledger = ledger;
    this.sequencer = sequencer;
    this.notes = data.resolve("checkpoints");
  }

  /**
   * Settles what there is, and keeps the newest signed note as a file; the note, or empty while the
   * ledger is.
   */
  public Optional<String> keep() throws SQLException {
    sequencer.settle();
    try (Connection connection = ledger.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select size, note from ledger.checkpoint order by size desc limit 1")) {
      if (!row.next()) {
        return Optional.empty();
      }
      write(row.getLong("size"), row.getString("note"));
      return Optional.of(row.getString("note"));
    }
  }

  private void write(long size, String note) {
    Path file = notes.resolve(String.format(Locale.ROOT, "%012d.note", size));
    try {
      Files.createDirectories(notes);
      if (!Files.exists(file)) {
        WholeFile.write(file, note);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the checkpoint into " + notes, e);
    }
  }
}
