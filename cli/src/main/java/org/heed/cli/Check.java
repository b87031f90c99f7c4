package org.heed.cli;

import picocli.CommandLine.Command;

/**
 * Stands in the list of commands for {@code check}, which the launcher itself runs: it builds and
 * tests the sources, so it cannot be part of what it builds.
 */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Builds and tests everything: ./heed check [--long] [--without-browser].")
final class Check implements Runnable {
  @Override
  public void run() {
    throw new CommandFailure("check runs from a source folder: ./heed check");
  }
}
