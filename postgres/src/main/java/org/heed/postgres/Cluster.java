package org.heed.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.heed.postgres.PostgresFailure.Kind;

/** The cluster's files: made once, under another name until they are whole, and configured. */
final class Cluster {
  private static final int FIRST_WITH_BUILTIN_LOCALE = 17;

  private Cluster() {}

  /** The version that made the cluster; empty where there is none yet. */
  static OptionalInt major(DataFolder data) {
    Path file = data.cluster().resolve("PG_VERSION");
    if (!Files.exists(data.cluster())) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException e) {
      throw new PostgresFailure(
          Kind.DAMAGED,
          "The folder "
              + data.cluster()
              + " is no whole PostgreSQL cluster: restore it from a backup, or move it away to"
              + " begin with an empty one.",
          e);
    }
  }

  /** Makes the cluster if there is none, and removes what an interrupted making left. */
  static void makeIfAbsent(
      DataFolder data, PostgresBinaries binaries, Privileges privileges, boolean durable) {
    try {
      removeUnfinished(data);
      if (Files.exists(data.cluster())) {
        return;
      }
      String password = Secrets.in(data.root()).findOrCreate(OwnPostgres.SUPERUSER);
      Path aside = Files.createTempDirectory(data.postgres(), "initialising-");
      Path passwordFile = aside.resolve("password");
      Files.createFile(
          passwordFile,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(passwordFile, password + "\n");
      privileges.own(aside);
      initialise(data, binaries, privileges, aside, durable);
      Files.delete(passwordFile);
      Files.move(aside.resolve("cluster"), data.cluster(), StandardCopyOption.ATOMIC_MOVE);
      DataFolder.flush(data.postgres());
      DataFolder.deleteAll(aside);
    } catch (IOException e) {
      throw data.unusable(e);
    }
  }

  /** Writes who may log in and how the server is set, anew at each start. */
  static void configure(DataFolder data, Privileges privileges) {
    try {
      privileges.own(data.cluster());
      write(data, privileges, "pg_hba.conf", ClusterSettings.hostAccess());
      write(data, privileges, "postgresql.conf", ClusterSettings.file(data));
    } catch (IOException e) {
      throw data.unusable(e);
    }
  }

  private static void write(DataFolder data, Privileges privileges, String name, String text)
      throws IOException {
    Path aside = data.cluster().resolve(name + ".heed");
    Files.deleteIfExists(aside);
    Files.createFile(
        aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
    privileges.own(aside);
    Files.move(aside, data.cluster().resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void initialise(
      DataFolder data,
      PostgresBinaries binaries,
      Privileges privileges,
      Path aside,
      boolean durable) {
    List<String> command = new ArrayList<>();
    command.add(binaries.executable("initdb").toString());
    command.add("--pgdata=" + aside.resolve("cluster"));
    command.add("--username=" + OwnPostgres.SUPERUSER);
    command.add("--pwfile=" + aside.resolve("password"));
    command.add("--auth=scram-sha-256");
    command.add("--data-checksums");
    command.add("--encoding=UTF8");
    command.addAll(locale(binaries));
    if (!durable) {
      command.add("--no-sync");
    }
    Commands.Result result = Commands.run(Duration.ofMinutes(5), privileges.command(command));
    if (!result.ok()) {
      throw StartFailure.of(data, binaries, result.output());
    }
  }

  /**
   * Order by code point everywhere, so that an index means the same on every machine, and letters
   * as Unicode has them: with PostgreSQL's own provider where it exists, else the system's C.UTF-8.
   */
  private static List<String> locale(PostgresBinaries binaries) {
    if (binaries.major() >= FIRST_WITH_BUILTIN_LOCALE) {
      return List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
    }
    Commands.Result known = Commands.run(Duration.ofSeconds(10), List.of("locale", "-a"));
    boolean unicode =
        known
            .output()
            .lines()
            .map(line -> line.strip().toLowerCase(Locale.ROOT))
            .anyMatch(line -> line.equals("c.utf8") || line.equals("c.utf-8"));
    return unicode ? List.of("--locale=C", "--lc-ctype=C.UTF-8") : List.of("--locale=C");
  }

  private static void removeUnfinished(DataFolder data) throws IOException {
    try (DirectoryStream<Path> old = Files.newDirectoryStream(data.postgres(), "initialising-*")) {
      for (Path path : old) {
        ClusterProcesses.in(path.resolve("cluster")).killAll();
        DataFolder.deleteAll(path);
      }
    }
  }
}
