package org.heed.cli.record;

import java.nio.file.Path;
import org.heed.server.ServeOptions;
import picocli.CommandLine.Option;

/** Where the record is and what it is read with; the same for every command that works on it. */
final class RecordOptions extends PlaceOptions {
  @Option(
      names = "--rulebook",
      paramLabel = "DIR",
      defaultValue = "${sys:heed.home:-.}/rulebooks/england-wales",
      description = "The rulebook in force (England and Wales).")
  private Path rulebook;

  /** What the server needs, listening on a port. */
  ServeOptions serveOptions(int port) {
    return new ServeOptions(data(), port, database(), rulebook());
  }

  Path rulebook() {
    return rulebook.toAbsolutePath().normalize();
  }
}
