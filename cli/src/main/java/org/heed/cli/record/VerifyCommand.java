package org.heed.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.heed.cli.CommandFailure;
import org.heed.ledger.Checkpoint;
import org.heed.ledger.ExportSource;
import org.heed.ledger.NoteException;
import org.heed.ledger.Verification;
import org.heed.ledger.Verifier;
import org.heed.ledger.VerifyKey;
import org.heed.server.ledger.UnreadableRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code heed verify}: re-hashes every row of a ledger and says what is not as it was recorded. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Proves that nothing in the record was changed, removed, inserted or moved.",
      "Re-hashes every row. Ends with 0 and “ok N entries, checkpoint HASH”, or with 1 and a line"
          + " for each fault."
    })
public final class VerifyCommand implements Callable<Integer> {
  @Mixin private LedgerPlace place;

  @Option(
      names = "--export",
      paramLabel = "DIR",
      description = "An exported copy in place of a database; needs no server.")
  private @Nullable Path export;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A checkpoint kept elsewhere, which shows a log that was rolled back.")
  private @Nullable Path checkpoint;

  @Option(
      names = "--checkpoint-key",
      paramLabel = "FILE",
      description =
          "The public key that signed the checkpoint, where another Heed did whose export was taken"
              + " back.")
  private @Nullable Path checkpointKey;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (export != null && place.namesDatabase()) {
      throw new ParameterException(
          spec.commandLine(), "give either --database or --export, not both");
    }
    Verification found = export == null ? verifyDatabase() : verifyExport(export);
    found.lines().forEach(spec.commandLine().getOut()::println);
    return found.ok() ? 0 : 1;
  }

  private Verification verifyDatabase() throws IOException {
    VerifyKey key = place.key();
    Checkpoint kept = kept(key);
    try {
      return place.read(source -> new Verifier(key).verify(source, kept));
    } catch (UnreadableRecord e) {
      throw new CommandFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private Verification verifyExport(Path directory) throws IOException {
    ExportSource source = ExportSource.open(directory);
    VerifyKey key = place.givenKey();
    if (key == null) {
      key = enclosed(source, directory);
      spec.commandLine()
          .getErr()
          .println(
              "heed: used the public key that came with the export; give one from elsewhere with"
                  + " --key to prove whose it is");
    }
    return new Verifier(key).verify(source, kept(key));
  }

  private static VerifyKey enclosed(ExportSource source, Path directory) throws IOException {
    try {
      return source.enclosedKey();
    } catch (NoteException e) {
      throw new CommandFailure(
          "the public key in " + directory + " is damaged: give one with --key.", e);
    }
  }

  private @Nullable Checkpoint kept(VerifyKey key) throws IOException {
    if (checkpoint == null) {
      return null;
    }
    try {
      Path other = checkpointKey;
      VerifyKey signed = other == null ? key : VerifyKey.parse(Files.readString(other));
      return signed.open(Files.readString(checkpoint));
    } catch (NoteException e) {
      throw new CommandFailure(
          "the checkpoint in " + checkpoint + " is not one of this ledger: " + e.getMessage() + ".",
          e);
    }
  }
}
