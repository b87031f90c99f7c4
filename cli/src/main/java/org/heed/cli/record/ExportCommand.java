package org.heed.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.heed.cli.CommandFailure;
import org.heed.ledger.ExportWriter;
import org.heed.ledger.Unplaced;
import org.heed.ledger.VerifyKey;
import org.heed.server.ledger.LedgerSource;
import org.heed.server.ledger.UnreadableRecord;
import org.heed.server.portable.ExportLook;
import org.heed.server.store.IdSource;
import org.heed.server.store.RealTime;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
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
    Clock clock = RealTime.clock();
    AtomicReference<@Nullable UUID> look = new AtomicReference<>();
    long entries;
    try {
      entries =
          place.read(
              owner -> look.set(ExportLook.record(owner, clock, IdSource.secure(clock))),
              source -> {
                makeFolder();
                ExportWriter.write(source, Tables.ALL, key, out);
                sayWhatWaits(source, look.get());
                return source.size();
              });
    } catch (UnreadableRecord e) {
      throw new CommandFailure(String.valueOf(e.getMessage()), e);
    }
    spec.commandLine().getOut().println("exported " + entries + " entries to " + out);
    return 0;
  }

  /** For its owner's eyes alone, as the record is. */
  private void makeFolder() throws IOException {
    if (!Files.exists(out)) {
      Files.createDirectories(
          out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /** What nobody has given a place yet is no part of an export; its own entry may be. */
  private void sayWhatWaits(LedgerSource source, @Nullable UUID own) {
    long waiting;
    try (Stream<Unplaced> unplaced = source.unplaced()) {
      waiting =
          unplaced
              .filter(
                  one -> one instanceof Unplaced.Pending pending && !pending.entry().equals(own))
              .count();
    }
    if (waiting > 0) {
      spec.commandLine()
          .getErr()
          .println(
              "heed: "
                  + waiting
                  + " entries without a place in the ledger yet are not in the export: start Heed,"
                  + " which gives them theirs, and export again where they are wanted");
    }
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
