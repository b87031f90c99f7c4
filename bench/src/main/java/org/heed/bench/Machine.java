package org.heed.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a figure was measured on.
 *
 * @param postgres the server's version; empty where none took part
 */
record Machine(int cores, String processor, long memoryMib, String java, String postgres) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  static Machine here(String postgres) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        system.getAvailableProcessors(),
        processorName(),
        system.getTotalMemorySize() >> 20,
        Runtime.version().toString(),
        postgres);
  }

  private static String processorName() {
    try {
      if (Files.isReadable(PROCESSORS)) {
        for (String line : Files.readAllLines(PROCESSORS)) {
          if (line.startsWith("model name")) {
            return line.substring(line.indexOf(':') + 1).strip();
          }
        }
      }
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
    return System.getProperty("os.arch");
  }

  String sentence() {
    return String.format(
        Locale.ROOT,
        "%d cores (%s), %.1f GiB, %s, Java %s%s.",
        cores,
        processor,
        memoryMib / 1024.0,
        System.getProperty("os.name"),
        java,
        postgres.isEmpty() ? "" : ", PostgreSQL " + postgres);
  }
}
