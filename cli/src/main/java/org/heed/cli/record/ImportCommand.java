package org.heed.cli.record;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.heed.cli.CommandFailure;
import org.heed.cli.Progress;
import org.heed.server.OpenRecord;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.importing.ImportCounts;
import org.heed.server.importing.ImportFailure;
import org.heed.server.importing.ImportFile;
import org.heed.server.importing.Importer;
import org.heed.server.importing.Mapping;
import org.heed.server.importing.Rejects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heed import}: files of reports into the record, beside a running Heed or without one. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Takes reports from CSV, XLSX or NDJSON; again is nothing new, and what a kill interrupted"
            + " goes on.")
public final class ImportCommand implements Callable<Integer> {
  private static final Set<Right> RIGHTS = EnumSet.of(Right.RECORD, Right.READ, Right.IMPORT);

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "What to import; - is standard input.")
  private List<String> files;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      required = true,
      description = "What the files' columns mean, in YAML.")
  private Path mapping;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Where refused rows go, with the reason (rejects/ in the data folder).")
  private @Nullable Path rejects;

  @Mixin private RecordOptions record;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ServerLog.quiet();
    try {
      Mapping columns = Mapping.load(mapping);
      try (OpenRecord services =
          OpenRecord.open(record.data(), record.database(), record.rulebook())) {
        ImportCounts counts = importAll(services, columns);
        services.settle();
        spec.commandLine().getOut().println(counts.json());
      }
      return 0;
    } catch (ImportFailure known) {
      throw FullDisk.or(record, new CommandFailure(String.valueOf(known.getMessage()), known));
    } catch (SQLException | RuntimeException why) {
      throw FullDisk.or(record, ServerFailures.explained(why));
    }
  }

  private ImportCounts importAll(OpenRecord services, Mapping columns) throws IOException {
    Caller caller = services.service("heed-import", "Import", RIGHTS);
    ImportCounts all;
    try (Rejects refused = new Rejects(rejectsFile(), files.size() > 1)) {
      all = importAll(services.importer(caller), columns, refused);
    } catch (IOException | RuntimeException e) {
      endQuietly(services, caller, e);
      throw e;
    }
    services.end(caller);
    return all;
  }

  /** What stopped the import may keep its session from being ended too, and is what to tell. */
  private static void endQuietly(OpenRecord services, Caller caller, Exception stopped) {
    try {
      services.end(caller);
    } catch (RuntimeException e) {
      stopped.addSuppressed(e);
    }
  }

  private ImportCounts importAll(Importer importer, Mapping columns, Rejects refused)
      throws IOException {
    ImportCounts all = ImportCounts.NONE;
    for (String file : files) {
      all = all.plus(importOne(importer, file, columns, refused));
    }
    if (all.refused() > 0) {
      spec.commandLine()
          .getErr()
          .println("heed: " + all.refused() + " rows were refused; they are in " + refused.path());
    }
    return all;
  }

  private static ImportCounts importOne(
      Importer importer, String file, Mapping columns, Rejects refused) throws IOException {
    ImportFile input =
        file.equals("-") ? ImportFile.standardInput(System.in) : ImportFile.of(Path.of(file));
    try (Progress progress = Progress.of("rows", -1)) {
      return importer.run(input, columns, refused, progress::at);
    }
  }

  private Path rejectsFile() {
    if (rejects != null) {
      return rejects;
    }
    String first = files.getFirst();
    String name =
        first.equals("-") ? "standard-input" : String.valueOf(Path.of(first).getFileName());
    return record.data().resolve("rejects").resolve(name + ".csv");
  }
}
