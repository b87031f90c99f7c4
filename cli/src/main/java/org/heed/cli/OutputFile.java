package org.heed.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to write, as named on the command line; {@code -} is standard output.
 *
 * @param name the name as given
 */
public record OutputFile(String name) {
  /**
   * Opens the file, unbuffered; closing standard output only flushes it. Writing to standard output
   * fails when nobody reads it any longer.
   */
  public OutputStream open() throws IOException {
    return isStandard() ? new StandardOutput(System.out) : Files.newOutputStream(Path.of(name));
  }

  public boolean isStandard() {
    return name.equals("-");
  }

  private static final class StandardOutput extends OutputStream {
    private final PrintStream out;

    StandardOutput(PrintStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      flush();
    }

    @Override
    public void flush() throws IOException {
      if (out.checkError()) {
        throw new IOException("nobody reads standard output any longer");
      }
    }
  }
}
