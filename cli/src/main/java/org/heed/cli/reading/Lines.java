package org.heed.cli.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes, without their ends. */
final class Lines {
  private final InputStream in;
  private final byte[] block = new byte[1 << 16];
  private byte[] line = new byte[1 << 12];
  private int at;
  private int end;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The next line, or null after the last. */
  byte @Nullable [] next() throws IOException {
    int length = 0;
    boolean any = false;
    while (true) {
      if (at == end) {
        end = Math.max(0, in.read(block));
        at = 0;
        if (end == 0) {
          return any ? Arrays.copyOf(line, length) : null;
        }
      }
      any = true;
      int stop = at;
      while (stop < end && block[stop] != '\n') {
        stop++;
      }
      int more = stop - at;
      if (length + more > line.length) {
        line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
      }
      System.arraycopy(block, at, line, length, more);
      length += more;
      at = stop;
      if (at < end) {
        at++;
        int last = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return Arrays.copyOf(line, last);
      }
    }
  }
}
