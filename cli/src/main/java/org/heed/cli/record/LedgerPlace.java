package org.heed.cli.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.heed.cli.CommandFailure;
import org.heed.cli.Progress;
import org.heed.ledger.NoteException;
import org.heed.ledger.VerifyKey;
import org.heed.postgres.DatabaseAddress;
import org.heed.postgres.OwnPostgres;
import org.heed.postgres.PostgresFailure;
import org.heed.postgres.PostgresOptions;
import org.heed.server.ledger.LedgerKey;
import org.heed.server.ledger.LedgerSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Which ledger a command reads: a database's, or the data folder's, whose server it joins or starts
 * for as long as it reads. Never makes a database, and changes one only by what its caller does
 * before reading, so that checking one leaves it as it was.
 */
final class LedgerPlace {
  private static final String DATABASE = "heed";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${sys:heed.home:-.}/data",
      description = "The data folder, whose Heed may be running (data).")
  private Path data;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "A database in place of the data folder's, as its owner: postgresql://user@host:port/"
              + "database, the password in PGPASSWORD.")
  private @Nullable String database;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The ledger's public key (ledger.pub in the data folder).")
  private @Nullable Path key;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** What to do with the ledger's rows. */
  @FunctionalInterface
  interface Reading<T> {
    T of(LedgerSource source) throws IOException;
  }

  /** What comes before reading, as the database's owner. */
  @FunctionalInterface
  interface Before {
    void reading(DatabaseAddress owner) throws SQLException;
  }

  boolean namesDatabase() {
    return database != null;
  }

  /** The key given, if one was. */
  @Nullable VerifyKey givenKey() {
    return key == null ? null : key(key);
  }

  /** The key given, or that of the data folder. */
  VerifyKey key() {
    VerifyKey given = givenKey();
    if (given != null) {
      return given;
    }
    Path usual = LedgerKey.publicFile(data.toAbsolutePath().normalize());
    if (!Files.exists(usual)) {
      throw new CommandFailure("there is no public key " + usual + ": give it with --key.");
    }
    return key(usual);
  }

  private static VerifyKey key(Path file) {
    try {
      return VerifyKey.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoteException e) {
      throw new CommandFailure("there is no public key in " + file + ": " + e.getMessage() + ".");
    }
  }

  /** Reads the ledger, showing how far it has come. */
  <T> T read(Reading<T> reading) {
    return read(_ -> {}, reading);
  }

  /** As the other, with something that has to be done before. */
  <T> T read(Before before, Reading<T> reading) {
    try {
      if (database != null) {
        return read(address(database), before, reading);
      }
      return readOwn(data.toAbsolutePath().normalize(), before, reading);
    } catch (PostgresFailure known) {
      throw new CommandFailure(String.valueOf(known.getMessage()), known);
    }
  }

  private DatabaseAddress address(String text) {
    try {
      return DatabaseAddress.parse(text, System.getenv());
    } catch (PostgresFailure wrong) {
      throw new ParameterException(command.commandLine(), String.valueOf(wrong.getMessage()));
    }
  }

  private static <T> T readOwn(Path folder, Before before, Reading<T> reading) {
    if (!Files.isDirectory(folder.resolve("postgres"))) {
      throw new CommandFailure(
          "there is no record in " + folder + ": give its folder with --data, or a database.");
    }
    DatabaseAddress running;
    try {
      running = OwnPostgres.attach(folder);
    } catch (PostgresFailure none) {
      if (none.kind() != PostgresFailure.Kind.NOT_RUNNING) {
        throw none;
      }
      try (OwnPostgres own = OwnPostgres.start(folder, PostgresOptions.usual())) {
        return read(own.address(DATABASE), before, reading);
      }
    }
    return read(running.withDatabase(DATABASE), before, reading);
  }

  private static <T> T read(DatabaseAddress owner, Before before, Reading<T> reading) {
    try {
      before.reading(owner);
      try (Count count = new Count();
          LedgerSource source = LedgerSource.open(owner, count)) {
        count.outOf(source.size());
        return reading.of(source);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new CommandFailure(
          "The database at "
              + owner
              + " does not answer: check that it runs and that its address, user and password are"
              + " right.",
          e);
    }
  }

  /** A line of progress whose length is known only once the ledger is open. */
  private static final class Count implements LongConsumer, AutoCloseable {
    private @Nullable Progress line;

    void outOf(long total) {
      line = Progress.of("entries", total);
    }

    @Override
    public void accept(long entries) {
      if (line != null) {
        line.at(entries);
      }
    }

    @Override
    public void close() {
      if (line != null) {
        line.close();
      }
    }
  }
}
