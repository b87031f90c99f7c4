package org.heed.server.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of text, each of bounded length: a file without line ends does not fill the memory. */
final class TextLines implements Closeable {
  private final Reader text;
  private final int longest;
  private final char[] buffer = new char[1 << 16];
  private int from;
  private int to;
  private long number;
  private boolean tooLong;

  TextLines(Reader text, int longest) {
    this.text = text;
    this.longest = longest;
  }

  /** The next line without its end; null at the end of the text. */
  @Nullable String next() throws IOException {
    StringBuilder line = null;
    tooLong = false;
    while (true) {
      if (from == to && !fill()) {
        return line == null ? null : ended(line);
      }
      if (line == null) {
        line = new StringBuilder();
        number++;
      }
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      if (line.length() + (end - from) > longest) {
        tooLong = true;
      } else if (!tooLong) {
        line.append(buffer, from, end - from);
      }
      boolean complete = end < to;
      from = complete ? end + 1 : end;
      if (complete) {
        return ended(line);
      }
    }
  }

  private static String ended(StringBuilder line) {
    int length = line.length();
    boolean carriage = length > 0 && line.charAt(length - 1) == '\r';
    return carriage ? line.substring(0, length - 1) : line.toString();
  }

  private boolean fill() throws IOException {
    int read = text.read(buffer, 0, buffer.length);
    from = 0;
    to = Math.max(read, 0);
    return read > 0;
  }

  /** The number of the line that came last, from 1. */
  long number() {
    return number;
  }

  /** Whether the line that came last was longer than allowed, and so cut. */
  boolean tooLong() {
    return tooLong;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
