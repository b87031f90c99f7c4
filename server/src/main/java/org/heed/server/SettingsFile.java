package org.heed.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** A file of a data folder in which whoever runs Heed says how it is to run. */
public final class SettingsFile {
  private SettingsFile() {}

  /**
   * What a file of a data folder says; nothing where there is none.
   *
   * @throws StartFailure naming the file that cannot be read
   */
  public static Properties read(Path data, String name) {
    Path file = data.resolve(name);
    Properties said = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        said.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new StartFailure("The file " + file + " cannot be read.", e);
      }
    }
    return said;
  }
}
