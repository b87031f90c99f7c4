package org.heed.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heed.postgres.PostgresFailure.Kind;

/**
 * A PostgreSQL server's executables.
 *
 * @param folder holds {@code postgres} and {@code initdb}
 * @param version as the server prints it, such as 15.20
 */
public record PostgresBinaries(Path folder, String version) {
  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+[\\w.]*)");

  /** Folders that hold one folder of binaries for each version, and what those are called. */
  private static final List<List<String>> USUAL_PLACES =
      List.of(
          List.of("/usr/lib/postgresql", "*", "bin"),
          List.of("/usr", "pgsql-*", "bin"),
          List.of("/opt/homebrew/opt", "postgresql*", "bin"),
          List.of("/usr/local/opt", "postgresql*", "bin"),
          List.of("/usr/libexec", "postgresql*", "."));

  /** The number before the first point. */
  public int major() {
    return Integer.parseInt(version.split("\\D", 2)[0]);
  }

  /** One executable. */
  Path executable(String name) {
    return folder.resolve(name);
  }

  /**
   * Finds the binaries to use.
   *
   * @param choice {@code auto} prefers an installed server and falls back on the bundled one;
   *     {@code installed} and {@code bundled} insist; anything else is a folder of binaries
   * @param unpackInto where bundled binaries are unpacked
   * @param clusterMajor the version that made the cluster they are for, if there is one: binaries
   *     of another are refused
   * @throws PostgresFailure when there are none that fit
   */
  public static PostgresBinaries find(String choice, Path unpackInto, OptionalInt clusterMajor) {
    DataFolder unpack = new DataFolder(unpackInto);
    return switch (choice) {
      case "bundled" -> bundled(unpack, clusterMajor);
      case "installed" -> fitting(installed(), clusterMajor);
      case "auto" -> {
        List<PostgresBinaries> installed = installed();
        boolean fits =
            clusterMajor.isEmpty()
                ? !installed.isEmpty()
                : installed.stream().anyMatch(b -> b.major() == clusterMajor.getAsInt());
        yield fits || !BundledBinaries.present()
            ? fitting(installed, clusterMajor)
            : bundled(unpack, clusterMajor);
      }
      default -> fitting(List.of(at(choice)), clusterMajor);
    };
  }

  /** Every installed server that is new enough, newest first. */
  static List<PostgresBinaries> installed() {
    Set<Path> folders = new LinkedHashSet<>();
    for (List<String> place : USUAL_PLACES) {
      Path parent = Path.of(place.get(0));
      if (Files.isDirectory(parent)) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, place.get(1))) {
          found.forEach(path -> folders.add(path.resolve(place.get(2)).normalize()));
        } catch (IOException e) {
          // A folder that cannot be listed offers nothing.
        }
      }
    }
    Commands.Result config = Commands.run(Duration.ofSeconds(10), List.of("pg_config", "--bindir"));
    if (config.ok()) {
      folders.add(Path.of(config.output().strip()));
    }
    List<PostgresBinaries> found = new ArrayList<>();
    for (Path folder : folders) {
      read(folder).filter(b -> b.major() >= ServerCheck.OLDEST).ifPresent(found::add);
    }
    found.sort(Comparator.comparingInt(PostgresBinaries::major).reversed());
    return found;
  }

  /** Refuses a version that does not fit before it spends seconds on unpacking. */
  private static PostgresBinaries bundled(DataFolder unpack, OptionalInt clusterMajor) {
    Path home = BundledBinaries.home(unpack);
    String version = BundledBinaries.version();
    fitting(List.of(new PostgresBinaries(home, version)), clusterMajor);
    unpack.make();
    return new PostgresBinaries(BundledBinaries.unpack(unpack), version);
  }

  private static PostgresBinaries at(String folder) {
    try {
      return read(Path.of(folder).toAbsolutePath()).orElseThrow(() -> notThere(folder));
    } catch (InvalidPathException e) {
      throw notThere(folder);
    }
  }

  private static PostgresFailure notThere(String folder) {
    return new PostgresFailure(
        Kind.NO_BINARIES,
        PostgresOptions.CHOICE
            + " names "
            + folder
            + ", which holds no working postgres and initdb: name their folder, or one of auto,"
            + " installed and bundled.");
  }

  private static Optional<PostgresBinaries> read(Path folder) {
    Path server = folder.resolve("postgres");
    if (!Files.isExecutable(server) || !Files.isExecutable(folder.resolve("initdb"))) {
      return Optional.empty();
    }
    Commands.Result result =
        Commands.run(Duration.ofSeconds(20), List.of(server.toString(), "--version"));
    Matcher version = VERSION.matcher(result.output());
    return version.find()
        ? Optional.of(new PostgresBinaries(folder, version.group(1)))
        : Optional.empty();
  }

  private static PostgresBinaries fitting(List<PostgresBinaries> found, OptionalInt major) {
    if (found.isEmpty()) {
      throw new PostgresFailure(
          Kind.NO_BINARIES,
          "No PostgreSQL server was found on this machine: install PostgreSQL "
              + ServerCheck.OLDEST
              + " or later, or give one with --database.");
    }
    PostgresBinaries newest = found.getFirst();
    if (newest.major() < ServerCheck.OLDEST) {
      throw new PostgresFailure(
          Kind.WRONG_VERSION,
          "The PostgreSQL in "
              + newest.folder()
              + " is version "
              + newest.version()
              + ", and Heed needs "
              + ServerCheck.OLDEST
              + " or later: install a newer one.");
    }
    if (major.isEmpty()) {
      return newest;
    }
    return found.stream()
        .filter(binaries -> binaries.major() == major.getAsInt())
        .findFirst()
        .orElseThrow(() ->
            new PostgresFailure(
                Kind.WRONG_VERSION,
                "The data folder was made by PostgreSQL "
                    + major.getAsInt()
                    + ", and the one to run it is version "
                    + newest.version()
                    + ": install PostgreSQL "
                    + major.getAsInt()
                    + " beside it, or export with that version and import into a new folder."));
  }
}
