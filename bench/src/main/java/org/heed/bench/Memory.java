package org.heed.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process's resident memory in KiB, as Linux tells it.
 *
 * @param now VmRSS
 * @param most VmHWM, the most it ever was
 */
record Memory(long now, long most) {
  static final Memory UNKNOWN = new Memory(0, 0);

  /** That of a process; unknown once it has ended, or where there is no {@code /proc}. */
  static Memory of(long pid) {
    Path status = Path.of("/proc/" + pid + "/status");
    try {
      if (!Files.isReadable(status)) {
        return UNKNOWN;
      }
      long now = 0;
      long most = 0;
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmRSS:")) {
          now = kib(line);
        } else if (line.startsWith("VmHWM:")) {
          most = kib(line);
        }
      }
      return new Memory(now, most);
    } catch (IOException ended) {
      return UNKNOWN;
    }
  }

  private static long kib(String line) {
    return Long.parseLong(line.replaceAll("[^0-9]", ""));
  }

  /** KiB as MiB, rounded. */
  static long mib(long kib) {
    return Math.round(kib / 1024.0);
  }
}
