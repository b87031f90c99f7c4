package org.heed.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to write, as named on the command line; {@code -} is standard output.
 *
 * @param name the name as given
 */
public record OutputFile(String name) {
  /**
   * Opens the file, unbuffered; closing standard output only flushes it. Unlike {@code System.out}
   * the stream says so when nobody reads it any longer.
   */
  public OutputStream open() throws IOException {
    return isStandard()
        ? new Unclosed(new FileOutputStream(FileDescriptor.out))
        : Files.newOutputStream(Path.of(name));
  }

  public boolean isStandard() {
    return name.equals("-");
  }

  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
