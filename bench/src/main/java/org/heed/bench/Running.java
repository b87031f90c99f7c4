package org.heed.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs, its output kept in files of its folder. */
final class Running implements AutoCloseable {
  private static final long LOOK_MILLIS = 50;

  private final Process process;
  private final Path out;
  private final Path err;
  private final long began;
  private long most;
  private long worked;

  private Running(Process process, Path out, Path err, long began) {
    this.process = process;
    this.out = out;
    this.err = err;
    this.began = began;
  }

  static Running start(List<String> command, Path folder, String name) throws IOException {
    Path out = folder.resolve(name + ".out");
    Path err = folder.resolve(name + ".err");
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Running(process, out, err, began);
  }

  /** When it was started, by {@link System#nanoTime}. */
  long began() {
    return began;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Its resident memory now. */
  Memory memory() {
    return Memory.of(process.pid());
  }

  /** Processor time that it, its PostgreSQL and this program have spent. */
  Spent spent() {
    return Spent.by(process.toHandle());
  }

  /** The processor time it was seen to have spent while {@link #result} waited, in nanoseconds. */
  long worked() {
    return worked;
  }

  /** The most resident memory it was seen to have while {@link #result} waited, in KiB. */
  long most() {
    return most;
  }

  /** Waits for its end and returns what it printed. */
  String result() throws IOException {
    try {
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        most = Math.max(most, memory().most());
        worked = Math.max(worked, Spent.of(process.pid()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was interrupted");
    }
    if (process.exitValue() != 0) {
      throw failure("ended with " + process.exitValue());
    }
    return Files.readString(out);
  }

  BenchFailure failure(String what) throws IOException {
    return new BenchFailure("the program " + what + "; it said: " + Files.readString(err).strip());
  }

  /** Ends it as Ctrl-C would and waits. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
