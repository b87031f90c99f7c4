package org.heed.server.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Databases;
import org.heed.server.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rulebook is in force: what the record adopted last, or what came with Heed. */
final class AdoptedRulebook {
  private static final String HALF = "half";

  private AdoptedRulebook() {}

  private record Adopted(String rulebook, LocalDate inForce) {}

  /**
   * The rulebook adopted last whose date in force has come, unless the one given is dated later.
   *
   * @param data the folder in which its files are laid out
   */
  static RulebookInForce over(RulebookInForce given, Databases databases, Path data, Clock clock) {
    LocalDate today = today(clock);
    String adopted = name(given, databases, clock);
    if (adopted.equals(given.name())) {
      return given;
    }
    try {
      Path own = lay(adopted, () -> files(databases, today), data.resolve("rulebook"));
      RulebookInForce laidOut = RulebookInForce.load(own);
      if (!laidOut.name().equals(adopted)) {
        throw new IllegalArgumentException(
            own + " does not hold the rulebook that was adopted: remove it, and it is made anew");
      }
      return laidOut;
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot lay out the adopted rulebook in " + data, e);
    }
  }

  /** The name of the rulebook that {@link #over} would give. */
  static String name(RulebookInForce given, Databases databases, Clock clock) {
    return find(databases, today(clock))
        .filter(adopted -> !adopted.inForce().isBefore(given.rulebook().inForce()))
        .map(Adopted::rulebook)
        .orElseGet(given::name);
  }

  private static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), Words.LONDON);
  }

  /** Keeps a rulebook's files, so that figures can be counted by it when another is in force. */
  static void keep(RulebookInForce now, Path folder) {
    try {
      lay(now.name(), () -> texts(now.folder()), folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the rulebook in " + folder, e);
    }
  }

  private static RulebookFiles texts(Path folder) {
    try {
      return new RulebookFiles(new TreeMap<>(RulebookLoader.files(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException("the rulebook in force cannot be read", e);
    } catch (RulebookException e) {
      throw new IllegalStateException("the rulebook in force has mistakes", e);
    }
  }

  private static Path lay(String rulebook, Supplier<RulebookFiles> files, Path folder)
      throws IOException {
    Path own = folder.resolve(rulebook.replace('/', '-').replace('#', '-'));
    if (!Files.isDirectory(own)) {
      Files.createDirectories(folder);
      Path half = Files.createTempDirectory(folder, HALF);
      files.get().writeTo(half);
      moveOrRemove(half, own);
    }
    return own;
  }

  /** Another program on the same folder may have laid it out meanwhile. */
  private static void moveOrRemove(Path half, Path own) throws IOException {
    try {
      Files.move(half, own);
    } catch (FileAlreadyExistsException e) {
      try (Stream<Path> files = Files.walk(half)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Whether a folder is one whose laying out was cut short. */
  static boolean isHalf(Path own) {
    return own.getFileName().toString().startsWith(HALF);
  }

  private static Optional<Adopted> find(Databases databases, LocalDate today) {
    return JdbcClient.create(databases.access())
        .sql("select rulebook, in_force from access.rulebook_adopted(:today)")
        .param("today", Date.valueOf(today))
        .query((row, _) ->
            new Adopted(row.getString("rulebook"), row.getDate("in_force").toLocalDate()))
        .optional();
  }

  private static RulebookFiles files(Databases databases, LocalDate today) {
    return JdbcClient.create(databases.access())
        .sql("select files from access.rulebook_adopted(:today)")
        .param("today", Date.valueOf(today))
        .query((row, _) -> RulebookFiles.unzip(row.getBytes("files")))
        .single();
  }
}
