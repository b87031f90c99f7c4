package org.heed.cli.record;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.heed.cli.CommandFailure;
import org.heed.cli.OutputFile;
import org.heed.cli.Progress;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.OpenRecord;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.rereading.RereadRequest;
import org.heed.server.rereading.Rereading;
import org.heed.server.rereading.RereadingFailure;
import org.heed.text.Reader;
import org.heed.text.RulebookTooLargeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code heed reread}: what another rulebook would ask about the reports on record. */
@Command(
    name = "reread",
    mixinStandardHelpOptions = true,
    description = {
      "Reads every report on record under another rulebook: which would be newly prompted, no longer"
          + " prompted, or asked about otherwise, then counts by area and year (NDJSON).",
      "Asks for authority: without --user whoever holds the data folder answers for it. The ledger"
          + " keeps one entry of it, and a child newly prompted is put before the area's supervisor"
          + " at once. Interrupted, it goes on where it stopped."
    })
public final class RereadCommand implements Callable<Integer> {
  @Option(
      names = "--rulebook",
      paramLabel = "DIR",
      required = true,
      description = "The folder of the rulebook to read by.")
  private Path rulebook;

  @Option(
      names = "--in-force",
      paramLabel = "DIR",
      defaultValue = "${sys:heed.home:-.}/rulebooks/england-wales",
      description = "The rulebook in force, where nobody adopted one (England and Wales).")
  private Path inForce;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Reports recorded on this day or later, as 2026-01-31.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Reports recorded up to this day.")
  private @Nullable LocalDate to;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Where results go; - is standard output (the default).")
  private String out = "-";

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Who re-reads, by an account of Heed; its password in HEED_PASSWORD.")
  private @Nullable String user;

  @Mixin private PlaceOptions place;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ServerLog.quiet();
    LocalDate first = from;
    LocalDate last = to;
    if (first != null && last != null && last.isBefore(first)) {
      throw new ParameterException(spec.commandLine(), "--to is a day before --from");
    }
    place.requireRecord();
    Rulebook by = load();
    try (OpenRecord record =
        OpenRecord.open(place.data(), place.database(), inForce.toAbsolutePath().normalize())) {
      record.settle();
      RereadRequest request = new RereadRequest(Reader.of(by), by.prompts().triage(), first, last);
      reread(record, request);
      record.settle();
      return 0;
    } catch (RereadingFailure known) {
      throw new CommandFailure(String.valueOf(known.getMessage()), known);
    } catch (RulebookTooLargeException e) {
      throw new CommandFailure("the rulebook cannot be used: " + e.getMessage(), e);
    } catch (SQLException | RuntimeException why) {
      throw ServerFailures.explained(why);
    }
  }

  private Rulebook load() throws IOException {
    try {
      return RulebookLoader.load(rulebook);
    } catch (RulebookException e) {
      throw new CommandFailure("the rulebook cannot be used:\n" + e.getMessage(), e);
    }
  }

  private void reread(OpenRecord record, RereadRequest request) throws IOException {
    Caller keeper = record.service("heed-archive", "Archive", EnumSet.of(Right.READ));
    Caller caller = caller(record);
    try (OutputStream lines = new BufferedOutputStream(new OutputFile(out).open());
        Progress progress = Progress.of("narratives", -1)) {
      record.rereading().run(caller, keeper, request, listener(progress), lines);
    } finally {
      record.end(caller);
      record.end(keeper);
    }
  }

  private Caller caller(OpenRecord record) {
    if (user == null) {
      return record.service("heed-reread", "Re-reading", EnumSet.of(Right.READ, Right.REREAD));
    }
    String password = System.getenv("HEED_PASSWORD");
    if (password == null) {
      throw new CommandFailure("give the password of " + user + " in HEED_PASSWORD.");
    }
    Caller caller =
        record
            .signIn(user, password)
            .orElseThrow(
                () -> new CommandFailure("there is no account of that name and password."));
    if (!caller.may(Right.REREAD) || !caller.may(Right.READ)) {
      record.end(caller);
      throw new CommandFailure(
          user + " may not re-read the archive: an exploitation lead or a crime registrar may.");
    }
    return caller;
  }

  private static Rereading.Listener listener(Progress progress) {
    return new Rereading.Listener() {
      @Override
      public void copied(long positions) {
        progress.at(positions);
      }

      @Override
      public void read(long narratives, long of) {
        progress.at(narratives, of == 0 ? 1 : (double) narratives / of);
      }
    };
  }
}
