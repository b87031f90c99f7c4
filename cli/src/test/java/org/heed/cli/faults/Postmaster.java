package org.heed.cli.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heed.testkit.Await;

/** The PostgreSQL of a data folder that a test made, and no other. */
final class Postmaster {
  private Postmaster() {}

  /** Kills it as a power cut would. */
  static void kill(Path data) {
    ProcessHandle.of(process(data)).orElseThrow().destroyForcibly();
  }

  /** Waits until nothing of it is left. */
  static void awaitEnd(Path data) {
    Path file = file(data);
    Await.until(() -> !Files.exists(file) || !worksIn(data, read(file)), "PostgreSQL to end");
  }

  private static long process(Path data) {
    long process = read(file(data));
    if (!worksIn(data, process)) {
      throw new AssertionError(process + " is not the server of " + data);
    }
    return process;
  }

  private static Path file(Path data) {
    return data.resolve("postgres/cluster/postmaster.pid");
  }

  private static long read(Path file) {
    try {
      return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean worksIn(Path data, long process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", Long.toString(process), "cwd"))
          .equals(data.resolve("postgres/cluster").toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
