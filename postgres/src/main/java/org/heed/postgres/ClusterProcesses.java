package org.heed.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heed.postgres.PostgresFailure.Kind;

/**
 * The server processes that use a cluster. Each of them has the cluster as its current folder; on
 * Linux that is how they are found, so that a process number used again by another program is not
 * mistaken for the server. Elsewhere only the server named in its own file is known.
 */
final class ClusterProcesses {
  private static final Path PROC = Path.of("/proc");
  private static final Duration A_WHILE = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Path cluster;

  private ClusterProcesses(Path cluster) {
    this.cluster = cluster;
  }

  static ClusterProcesses in(Path cluster) {
    return new ClusterProcesses(cluster);
  }

  /**
   * Ends every process on the cluster and waits until all have gone: first by itself, since the
   * watchdog of a Heed that died is stopping it, then by fast, immediate and hard stops.
   */
  void end(boolean atOnce) {
    boolean gone =
        (!atOnce && Waiting.until(A_WHILE, this::noneLeft))
            || stopped("INT", LONG)
            || stopped("QUIT", A_WHILE)
            || stopped("KILL", A_WHILE);
    if (!gone) {
      throw new PostgresFailure(
          Kind.SERVER,
          "An earlier PostgreSQL on "
              + cluster
              + " does not end: stop its processes, then start"
              + " Heed again.");
    }
    forgetStaleFile();
  }

  /** Hard stop, for a cluster that was never finished. */
  void killAll() {
    if (!noneLeft()) {
      stopped("KILL", A_WHILE);
    }
  }

  private boolean stopped(String signal, Duration bound) {
    // A fast stop goes to the server alone, which then ends its children in order.
    Optional<Long> server = server();
    if (signal.equals("INT") && server.isPresent()) {
      signal(signal, server.get());
    } else {
      all().forEach(process -> signal(signal, process));
    }
    return Waiting.until(bound, this::noneLeft);
  }

  /**
   * Nothing runs, and nothing that ran is still listed: a server refuses to start beside either.
   */
  private boolean noneLeft() {
    return server().isEmpty() && all().isEmpty();
  }

  private Optional<Long> server() {
    return PostmasterFile.read(cluster).map(PostmasterFile::process).filter(this::isServer);
  }

  private boolean isServer(long process) {
    if (!Files.isDirectory(PROC)) {
      return ProcessHandle.of(process)
          .flatMap(handle -> handle.info().command())
          .filter(command -> command.endsWith("postgres"))
          .isPresent();
    }
    return worksHere(process) || isDeadServer(process);
  }

  /** A zombie has no folder any more, but its number is taken until its parent asks for it. */
  private static boolean isDeadServer(long process) {
    try {
      String stat = Files.readString(PROC.resolve(Long.toString(process)).resolve("stat"));
      return stat.contains("(postgres) Z");
    } catch (IOException e) {
      return false;
    }
  }

  private boolean worksHere(long process) {
    try {
      Path folder = Files.readSymbolicLink(PROC.resolve(Long.toString(process)).resolve("cwd"));
      return folder.equals(cluster.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private List<Long> all() {
    List<Long> found = new ArrayList<>();
    if (!Files.isDirectory(PROC) || !Files.exists(cluster)) {
      return found;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[1-9]*")) {
      for (Path path : processes) {
        long process = Long.parseLong(path.getFileName().toString());
        if (worksHere(process)) {
          found.add(process);
        }
      }
    } catch (IOException e) {
      // The list changes under the reader; the next look sees it whole.
    }
    return found;
  }

  /**
   * A server that was killed leaves its file; if the number in it now belongs to another program,
   * PostgreSQL would refuse for ever. Nothing uses the cluster, so the file means nothing.
   */
  private void forgetStaleFile() {
    if (!Files.isDirectory(PROC)) {
      return;
    }
    try {
      Files.deleteIfExists(PostmasterFile.path(cluster));
    } catch (IOException e) {
      // PostgreSQL itself decides then.
    }
  }

  private static void signal(String name, long process) {
    Commands.succeeds(List.of("/bin/sh", "-c", "kill -" + name + " " + process + " 2>/dev/null"));
  }
}
