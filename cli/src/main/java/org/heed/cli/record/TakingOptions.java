package org.heed.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.heed.cli.CommandFailure;
import org.heed.cli.Progress;
import org.heed.ledger.Checkpoint;
import org.heed.ledger.ExportSource;
import org.heed.ledger.NoteException;
import org.heed.ledger.VerifyKey;
import org.heed.server.OpenRecord;
import org.heed.server.portable.Taken;
import org.heed.server.portable.TakingListener;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What {@code heed import} needs to know of an export, and how it takes one back. */
final class TakingOptions {
  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Of an export: the public key of the ledger that it was written from.")
  private @Nullable Path key;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Of an export: a checkpoint of that ledger kept elsewhere.")
  private @Nullable Path checkpoint;

  boolean given() {
    return key != null || checkpoint != null;
  }

  /** Takes the export back, and says on standard error what its reader has to know. */
  Taken take(OpenRecord services, Path folder, CommandSpec spec) throws IOException, SQLException {
    ExportSource export = open(folder);
    VerifyKey signed = key(export, folder, services.key());
    Taken taken;
    try (Shown shown = new Shown()) {
      taken = services.takeBack("heed-import", "Import").run(export, signed, kept(signed), shown);
    }
    services.settle();
    if (taken.fresh() > 0 && !taken.placesKept()) {
      spec.commandLine()
          .getErr()
          .println(
              "heed: this record was not empty, or the export does not say when it was settled: what"
                  + " was taken back is known from now on, and not as of any day before");
    }
    return taken;
  }

  private static ExportSource open(Path folder) {
    try {
      return ExportSource.open(folder);
    } catch (IOException e) {
      throw new CommandFailure(
          folder + " is no export that this Heed can read: name a folder that heed export wrote.",
          e);
    }
  }

  private VerifyKey key(ExportSource export, Path folder, VerifyKey own) throws IOException {
    Path given = key;
    try {
      if (given != null) {
        return VerifyKey.parse(Files.readString(given));
      }
      VerifyKey enclosed = export.enclosedKey();
      if (enclosed.text().equals(own.text())) {
        return own;
      }
    } catch (NoteException e) {
      throw new CommandFailure(
          "there is no public key in " + (given == null ? folder : given) + ": give it with --key.",
          e);
    }
    throw new CommandFailure(
        "The export was written by another Heed: give its public key, ledger.pub in its data folder,"
            + " with --key. The one in the export proves only that the export agrees with itself.");
  }

  private @Nullable Checkpoint kept(VerifyKey signed) throws IOException {
    Path kept = checkpoint;
    if (kept == null) {
      return null;
    }
    try {
      return signed.open(Files.readString(kept));
    } catch (NoteException e) {
      throw new CommandFailure(
          "the checkpoint in " + kept + " is not one of this ledger: " + e.getMessage() + ".", e);
    }
  }

  /** Two lines of progress: what is proven, then what is in. */
  private static final class Shown implements TakingListener, AutoCloseable {
    private final Progress proof = Progress.of("entries proven", -1);
    private @Nullable Progress taking;
    private long proven;

    @Override
    public void proven(long entries) {
      proven = entries;
      proof.at(entries);
    }

    @Override
    public void taken(long entries) {
      Progress line = taking;
      if (line == null) {
        proof.close();
        line = Progress.of("entries", proven);
        taking = line;
      }
      line.at(entries);
    }

    @Override
    public void close() {
      proof.close();
      if (taking != null) {
        taking.close();
      }
    }
  }
}
