package org.heed.server.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Databases;
import org.heed.server.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rulebook is in force: what the record adopted last, or what came with Heed. */
final class AdoptedRulebook {
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
      Path folder = data.resolve("rulebook");
      Path own = folder.resolve(adopted.replace('/', '-').replace('#', '-'));
      if (!Files.isDirectory(own)) {
        Files.createDirectories(folder);
        Path half = Files.createTempDirectory(folder, "half");
        files(databases, today).writeTo(half);
        Files.move(half, own);
      }
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
