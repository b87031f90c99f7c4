package org.heed.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to read, as named on the command line; {@code -} is standard input.
 *
 * @param name the name as given
 */
public record InputFile(String name) {
  /** Opens the file; closing leaves standard input open. */
  public InputStream open() throws IOException {
    return isStandard() ? new Unclosed(System.in) : Files.newInputStream(Path.of(name));
  }

  /** Size in bytes, or −1 where it is not known. */
  public long size() throws IOException {
    return isStandard() || !Files.isRegularFile(Path.of(name)) ? -1 : Files.size(Path.of(name));
  }

  public boolean isStandard() {
    return name.equals("-");
  }

  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
