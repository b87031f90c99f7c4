package org.heed.cli.record;

import org.springframework.boot.logging.LoggingSystem;

/**
 * Keeps the server's log in its file, {@code log/heed.log} in the data folder: what goes wrong at
 * the start is told at the terminal in one sentence, and what follows belongs in a log.
 */
final class ServerLog {
  private ServerLog() {}

  static void quiet() {
    System.setProperty("logging.threshold.console", "OFF");
    LoggingSystem.get(ServerLog.class.getClassLoader()).beforeInitialize();
  }
}
