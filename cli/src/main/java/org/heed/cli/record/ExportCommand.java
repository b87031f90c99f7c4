package org.heed.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.heed.cli.CommandFailure;
import org.heed.ledger.ExportWriter;
import org.heed.ledger.VerifyKey;
import org.heed.server.ledger.UnreadableRecord;
import org.heed.server.store.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code heed export}: the whole record and its proof, in files that anyone can check. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the whole record with its proof into a folder.",
      "It holds personal content: keep it as the record itself is kept."
    })
public final class ExportCommand implements Callable<Integer> {
  @Mixin private LedgerPlace place;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder to make; it must be empty or not there yet.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    requireEmpty();
    VerifyKey key = place.key();
    long entries;
    try {
      entries =
          place.read(source -> {
            ExportWriter.write(source, Tables.ALL, key, out);
            return source.size();
          });
    } catch (UnreadableRecord e) {
      throw new CommandFailure(String.valueOf(e.getMessage()), e);
    }
    spec.commandLine().getOut().println("exported " + entries + " entries to " + out);
    return 0;
  }

  private void requireEmpty() throws IOException {
    if (!Files.exists(out)) {
      return;
    }
    try (var files = Files.list(out)) {
      if (files.findAny().isPresent()) {
        throw new CommandFailure(out + " is not empty: an export never writes over files.");
      }
    }
  }
}
