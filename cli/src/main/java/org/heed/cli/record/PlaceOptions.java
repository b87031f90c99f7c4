package org.heed.cli.record;

import java.nio.file.Files;
import java.nio.file.Path;
import org.heed.cli.CommandFailure;
import org.heed.postgres.DatabaseAddress;
import org.heed.postgres.PostgresFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the record is. */
class PlaceOptions {
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

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

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
