package org.heed.postgres;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A shell that starts the server and holds a pipe from this JVM. When the pipe closes, because Heed
 * asks for it or because the JVM has died in whatever way, it stops the server: fast at first, at
 * once if that takes a minute. It lives in a session of its own, so that Ctrl-C in a terminal
 * reaches Heed alone, which then stops the server in order.
 */
final class Watchdog {
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      exec 3<&0 </dev/null
      log=$1
      shift
      "$@" 3<&- >>"$log" 2>&1 &
      server=$!
      (
        read -r line <&3
        kill -INT "$server"
        waited=0
        while kill -0 "$server"; do
          [ "$waited" -eq 60 ] && kill -QUIT "$server"
          sleep 1
          waited=$((waited + 1))
        done
      ) &
      watcher=$!
      exec 3<&-
      wait "$server"
      status=$?
      kill -KILL "$watcher"
      exit "$status"
      """;

  private final Process shell;

  private Watchdog(Process shell) {
    this.shell = shell;
  }

  static Watchdog start(List<String> server, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    if (Commands.succeeds(List.of("setsid", "true"))) {
      command.add("setsid");
    }
    command.addAll(List.of("/bin/sh", "-c", SCRIPT, "heed-postgres", log.toString()));
    command.addAll(server);
    if (!Files.exists(log)) {
      Files.createFile(log);
    }
    return new Watchdog(
        Commands.builder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start());
  }

  boolean alive() {
    return shell.isAlive();
  }

  /** Waits until the server has ended, however it does. */
  int awaitEnd() throws InterruptedException {
    return shell.waitFor();
  }

  /** Stops the server; false if it has not ended after a minute and a half. */
  boolean stop() {
    try {
      shell.getOutputStream().close();
    } catch (IOException e) {
      // The shell has ended already.
    }
    try {
      return shell.waitFor(90, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
