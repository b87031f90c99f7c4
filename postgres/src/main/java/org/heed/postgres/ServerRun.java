package org.heed.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heed.postgres.PostgresFailure.Kind;

/** Launches the server on a cluster that is ready for it; the caller holds the folder's lock. */
record ServerRun(
    DataFolder data, PostgresBinaries binaries, Privileges privileges, boolean durable) {
  /** A server that died at a bad moment replays its log first, which can take minutes. */
  private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(30);

  private static final long LOG_LIMIT = 10L << 20;
  private static final int TAIL_LIMIT = 1 << 16;
  private static final String WRONG_PASSWORD = "28P01";

  /** Ends what an earlier Heed left, finds binaries that fit, and makes the cluster. */
  static ServerRun prepare(DataFolder data, PostgresOptions options) {
    Path unpack = options.unpackFolder() == null ? data.root() : options.unpackFolder();
    PostgresBinaries binaries =
        PostgresBinaries.find(options.binaries(), unpack, Cluster.major(data));
    Privileges privileges = Privileges.choose(data.postgres(), binaries.executable("postgres"));
    ClusterProcesses.in(data.cluster()).end(false);
    Cluster.makeIfAbsent(data, binaries, privileges, options.durable());
    Cluster.configure(data, privileges);
    return new ServerRun(data, binaries, privileges, options.durable());
  }

  /** Starts the server's process; {@link #awaitReady} tells what became of it. */
  Watchdog launch(int port) {
    List<String> command = new ArrayList<>();
    command.add(binaries.executable("postgres").toString());
    command.add("-D");
    command.add(data.cluster().toString());
    ClusterSettings.guarded(port, durable)
        .forEach((name, value) -> {
          command.add("-c");
          command.add(name + "=" + value);
        });
    try {
      beginLog();
      return Watchdog.start(privileges.command(command), data.log());
    } catch (IOException e) {
      throw data.unusable(e);
    }
  }

  /** Waits until the server takes connections. */
  void awaitReady(Watchdog watchdog, int port) {
    boolean decided = Waiting.until(LONGEST_RECOVERY, () -> isReady(port) || !watchdog.alive());
    if (!decided || !watchdog.alive()) {
      throw StartFailure.of(data, binaries, logTail());
    }
  }

  /** Logs in with the folder's password, and refuses a server that could lose records. */
  void check(DatabaseAddress address) {
    try (Connection connection = address.connect()) {
      if (durable) {
        ServerCheck.requireDurable(connection);
      }
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        throw new PostgresFailure(
            Kind.FOLDER_UNUSABLE,
            "The password in "
                + Secrets.in(data.root()).file(OwnPostgres.SUPERUSER)
                + " is not the cluster's: restore both from the same backup.",
            e);
      }
      throw StartFailure.of(data, binaries, logTail());
    }
  }

  DatabaseAddress address(int port) {
    return OwnPostgres.addressOf(data, port);
  }

  void endAll(boolean atOnce) {
    ClusterProcesses.in(data.cluster()).end(atOnce);
  }

  /** Every earlier server has ended and its file is gone, so what stands there is the new one's. */
  private boolean isReady(int port) {
    return PostmasterFile.read(data.cluster())
        .filter(file -> file.ready() && file.port() == port)
        .isPresent();
  }

  private void beginLog() throws IOException {
    Path log = data.log();
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    String mark = "-- PostgreSQL " + binaries.version() + " starts\n";
    Files.writeString(log, mark, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** What the server printed since it was last started. */
  private String logTail() {
    try (FileChannel channel = FileChannel.open(data.log(), StandardOpenOption.READ)) {
      long from = Math.max(0, channel.size() - TAIL_LIMIT);
      ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
      channel.read(bytes, from);
      String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
      int mark = text.lastIndexOf("-- PostgreSQL ");
      return mark < 0 ? text : text.substring(mark);
    } catch (IOException e) {
      return "";
    }
  }
}
