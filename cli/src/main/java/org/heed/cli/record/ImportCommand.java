package org.heed.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code heed import}: files of reports into the record, or an export back into one, beside a
 * running Heed or without one.
 */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes reports from CSV, XLSX or NDJSON, or a folder that heed export wrote.",
      "Again is nothing new, and what a kill interrupted goes on."
    })
public final class ImportCommand implements Callable<Integer> {
  private static final Set<Right> RIGHTS = EnumSet.of(Right.RECORD, Right.READ, Right.IMPORT);

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "What to import; - is standard input, a folder is an export.")
  private List<String> files;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the files' columns mean, in YAML; an export needs none.")
  private @Nullable Path mapping;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Where refused rows go, with the reason (rejects/ in the data folder).")
  private @Nullable Path rejects;

  @Mixin private TakingOptions taking;
  @Mixin private RecordOptions record;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ServerLog.quiet();
    Path export = export();
    if (export == null && mapping == null) {
      throw wrong("say what the files' columns mean with --mapping");
    }
    try {
      if (export != null) {
        try (OpenRecord services =
            OpenRecord.open(record.data(), record.database(), record.rulebook())) {
          spec.commandLine().getOut().println(taking.take(services, export, spec).json());
        }
        return 0;
      }
      Mapping columns = Mapping.load(Objects.requireNonNull(mapping));
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

  /** The one folder named, if one is. */
  private @Nullable Path export() {
    List<Path> folders =
        files.stream()
            .filter(file -> !file.equals("-"))
            .map(Path::of)
            .filter(Files::isDirectory)
            .toList();
    if (folders.isEmpty()) {
      if (taking.given()) {
        throw wrong("--key and --checkpoint are for an export; name its folder");
      }
      return null;
    }
    if (files.size() > 1 || mapping != null || rejects != null) {
      throw wrong("an export is imported alone, without --mapping and --rejects");
    }
    return folders.getFirst();
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
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
