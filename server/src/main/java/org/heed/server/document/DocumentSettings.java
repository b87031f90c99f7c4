package org.heed.server.document;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.heed.server.SettingsFile;
import org.heed.server.StartFailure;

/**
 * What whoever runs Heed says of documents: the file {@code documents.properties} of the data
 * folder.
 *
 * @param largest the largest file that is taken, in bytes
 * @param largestCase what the files of one case may come to, in bytes
 * @param clamAv where ClamAV's daemon listens; empty: nothing scans
 */
public record DocumentSettings(long largest, long largestCase, Optional<Host> clamAv) {
  private static final String FILE = "documents.properties";
  private static final long MIB = 1 << 20;

  /** A host and a port. */
  public record Host(String name, int port) {}

  /** As they are where nobody said anything. */
  public static DocumentSettings usual() {
    return of(new Properties());
  }

  /**
   * Those of a data folder.
   *
   * @throws StartFailure naming what cannot be read
   */
  public static DocumentSettings in(Path data) {
    return of(SettingsFile.read(data, FILE));
  }

  static DocumentSettings of(Properties said) {
    String host = said.getProperty("clamav.host", "").strip();
    return new DocumentSettings(
        number(said, "largest-file-mib", 20, 100) * MIB,
        number(said, "largest-case-mib", 1024, 1 << 20) * MIB,
        host.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Host(host, Math.toIntExact(number(said, "clamav.port", 3310, 65_535)))));
  }

  private static long number(Properties said, String name, long usual, long most) {
    String written = said.getProperty(name, Long.toString(usual)).strip();
    try {
      long number = Long.parseLong(written);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new StartFailure("In " + FILE + ", " + name + " is a number up to " + most + ".", e);
    }
    throw new StartFailure("In " + FILE + ", " + name + " is a number up to " + most + ".", null);
  }
}
