package org.heed.cli;

import picocli.CommandLine.Command;

/**
 * Stands in the list of commands for {@code bench}, which the launcher starts from a module of its
 * own: it measures the commands here as they are started.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures what Heed promises: ./heed bench [start|record|import|memory].")
final class Bench implements Runnable {
  @Override
  public void run() {
    throw new CommandFailure("bench runs through the launcher: ./heed bench");
  }
}
