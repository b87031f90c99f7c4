package org.heed.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server writes about itself into {@code postmaster.pid}: line 1 its process, 4 its
 * port, 8 its state (PostgreSQL's {@code miscadmin.h}).
 *
 * @param process the server's process id
 * @param port 0 while it is not written yet
 * @param ready whether it takes connections
 * @param text the whole file, to tell two starts apart
 */
record PostmasterFile(long process, int port, boolean ready, String text) {
  /** The file's content; empty when there is none, or it is half written. */
  static Optional<PostmasterFile> read(Path cluster) {
    try {
      String text = Files.readString(path(cluster));
      List<String> lines = text.lines().map(String::strip).toList();
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      int port = lines.size() > 3 ? Integer.parseInt(lines.get(3)) : 0;
      boolean ready = lines.size() > 7 && lines.get(7).equals("ready");
      return Optional.of(new PostmasterFile(Long.parseLong(lines.getFirst()), port, ready, text));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  static Path path(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
