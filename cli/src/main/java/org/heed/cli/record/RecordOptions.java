package org.heed.cli.record;

import java.nio.file.Files;
import java.nio.file.Path;
import org.heed.cli.CommandFailure;
import org.heed.postgres.DatabaseAddress;
import org.heed.postgres.PostgresFailure;
import org.heed.server.ServeOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the record is and what it is read with; the same for every command that works on it. */
final class RecordOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${sys:heed.home:-.}/data",
      description = "Folder for secrets, checkpoints, logs and Heed's own PostgreSQL (data).")
  private Path data;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "A PostgreSQL server in place of Heed's own: postgresql://user@host:port/database, the"
              + " password in PGPASSWORD.")
  private @Nullable String database;

  @Option(
      names = "--rulebook",
      paramLabel = "DIR",
      defaultValue = "${sys:heed.home:-.}/rulebooks/england-wales",
      description = "The rulebook in force (England and Wales).")
  private Path rulebook;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** What the server needs, listening on a port. */
  ServeOptions serveOptions(int port) {
    return new ServeOptions(data(), port, database(), rulebook());
  }

  Path rulebook() {
    return rulebook.toAbsolutePath().normalize();
  }

  Path data() {
    return data.toAbsolutePath().normalize();
  }

  /** Refuses a folder without a record, which a command that only asks would otherwise make. */
  void requireRecord() {
    if (database == null && !Files.isDirectory(data().resolve("postgres"))) {
      throw new CommandFailure(
          "there is no record in " + data() + ": give its folder with --data, or a database.");
    }
  }

  @Nullable DatabaseAddress database() {
    if (database == null) {
      return null;
    }
    try {
      return DatabaseAddress.parse(database, System.getenv());
    } catch (PostgresFailure wrong) {
      throw new ParameterException(command.commandLine(), String.valueOf(wrong.getMessage()));
    }
  }
}
