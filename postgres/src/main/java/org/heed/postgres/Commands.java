package org.heed.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs short commands of the operating system and of PostgreSQL. */
final class Commands {
  /**
   * How a command ended.
   *
   * @param status its exit status; 127 when it could not be run, 124 when it took too long
   * @param output what it wrote to both streams
   */
  record Result(int status, String output) {
    boolean ok() {
      return status == 0;
    }
  }

  private Commands() {}

  /** A process with an environment of its own: nothing of PG… or a locale reaches the server. */
  static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path + ":/usr/sbin:/sbin");
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    // The current folder may be one that an unprivileged user cannot enter.
    return builder.directory(new File("/"));
  }

  /** Runs a command whose output is short, and waits for it. */
  static Result run(Duration bound, List<String> command) {
    try {
      Process process = builder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Result(124, "");
      }
      byte[] output = process.getInputStream().readAllBytes();
      return new Result(process.exitValue(), new String(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Result(127, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(124, "");
    }
  }

  /** Whether a quick command succeeds. */
  static boolean succeeds(List<String> command) {
    return run(Duration.ofSeconds(10), command).ok();
  }
}
