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

/** Which rulebook is in force at a start: what the record adopted last, or what came with Heed. */
public final class AdoptedRulebook {
  private AdoptedRulebook() {}

  private record Adopted(String rulebook, LocalDate inForce, RulebookFiles files) {}

  /**
   * The rulebook adopted last whose date in force has come, unless the one given is dated later.
   *
   * @param data the folder in which its files are laid out
   */
  public static RulebookInForce over(
      RulebookInForce given, Databases databases, Path data, Clock clock) {
    Optional<Adopted> adopted = find(databases, LocalDate.ofInstant(clock.instant(), Words.LONDON));
    if (adopted.isEmpty()
        || adopted.get().rulebook().equals(given.name())
        || adopted.get().inForce().isBefore(given.rulebook().inForce())) {
      return given;
    }
    try {
      Path folder = data.resolve("rulebook");
      String name = adopted.get().rulebook().replace('/', '-').replace('#', '-');
      Path own = folder.resolve(name);
      if (!Files.isDirectory(own)) {
        Files.createDirectories(folder);
        Path half = Files.createTempDirectory(folder, "half");
        adopted.get().files().writeTo(half);
        Files.move(half, own);
      }
      return RulebookInForce.load(own);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot lay out the adopted rulebook in " + data, e);
    }
  }

  private static Optional<Adopted> find(Databases databases, LocalDate today) {
    return JdbcClient.create(databases.access())
        .sql("select rulebook, in_force, files from access.rulebook_adopted(:today)")
        .param("today", Date.valueOf(today))
        .query((row, _) ->
            new Adopted(
                row.getString("rulebook"),
                row.getDate("in_force").toLocalDate(),
                RulebookFiles.unzip(row.getBytes("files"))))
        .optional();
  }
}
