package org.heed.cli.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.heed.testkit.Await;

/** A Heed in a process of its own, from this build's class path. */
final class HeedProcess implements AutoCloseable {
  private static final String READY = "Heed is ready at http://localhost:";
  private static final Duration LONGEST = Duration.ofMinutes(4);

  private final Process process;
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();
  private final List<Thread> readers;

  private HeedProcess(Process process) {
    this.process = process;
    this.readers = List.of(read(process.inputReader(), out), read(process.errorReader(), err));
  }

  static HeedProcess start(String... arguments) {
    return start(Map.of(), arguments);
  }

  static HeedProcess start(Map<String, String> environment, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstderr.encoding=UTF-8",
                "-Dheed.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.heed.cli.Heed"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("PGPASSWORD");
    builder.environment().putAll(environment);
    try {
      return new HeedProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code heed serve} on a data folder and any free port. */
  static HeedProcess serve(Path data) {
    return start("serve", "--port", "0", "--data", data.toString());
  }

  /** Waits until it serves; the port. */
  int port() {
    Await.until(
        () -> out.stream().anyMatch(line -> line.startsWith(READY)) || !process.isAlive(),
        "Heed to be ready",
        LONGEST);
    if (!process.isAlive()) {
      throw new AssertionError("Heed ended with " + status() + ": " + errors());
    }
    return out.stream()
        .filter(line -> line.startsWith(READY))
        .mapToInt(line -> Integer.parseInt(line.substring(READY.length())))
        .findFirst()
        .orElseThrow();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Waits for the end; the exit status. */
  int status() {
    Await.until(() -> !process.isAlive(), "Heed to end", LONGEST);
    readers.forEach(HeedProcess::join);
    return process.exitValue();
  }

  /** What it printed as its result. */
  List<String> output() {
    return List.copyOf(out);
  }

  /** What it said at the terminal. */
  List<String> errors() {
    return List.copyOf(err);
  }

  /** As a power cut would end it. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Ends it in order, if it still runs. */
  @Override
  public void close() {
    process.destroy();
    status();
  }

  private static Thread read(BufferedReader reader, List<String> lines) {
    return Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
              lines.add(line);
            }
          } catch (IOException e) {
            // A killed process closes its pipes.
          }
        });
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
