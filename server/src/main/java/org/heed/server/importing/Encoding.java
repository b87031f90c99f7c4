package org.heed.server.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text of an encoding that nobody named. A byte-order mark says which it is; without one it is
 * UTF-8 or, where the first bytes beyond ASCII are not that, Windows-1252. Found out while reading,
 * so that standard input needs no second pass; malformed bytes become U+FFFD.
 */
final class Encoding extends Reader {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int CHUNK = 1 << 16;

  private final InputStream bytes;
  private byte[] chunk = {};
  private int at;
  private @Nullable Reader decided;

  private Encoding(InputStream bytes) {
    this.bytes = bytes;
  }

  /** Reads text in a named encoding or, with null, in the one found. */
  static Reader reader(InputStream bytes, @Nullable Charset named) throws IOException {
    byte[] head = bytes.readNBytes(3);
    Charset marked = marked(head);
    int mark = marked == null ? 0 : marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
    InputStream rest =
        new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), bytes);
    if (marked != null) {
      return new InputStreamReader(rest, marked);
    }
    return named != null ? new InputStreamReader(rest, named) : new Encoding(rest);
  }

  private static @Nullable Charset marked(byte[] head) {
    if (head.length == 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (decided != null) {
      return decided.read(into, offset, length);
    }
    if (length == 0) {
      return 0;
    }
    if (at == chunk.length) {
      chunk = bytes.readNBytes(CHUNK);
      at = 0;
      if (chunk.length == 0) {
        return -1;
      }
    }
    int copied = 0;
    while (copied < length && at < chunk.length && chunk[at] >= 0) {
      into[offset + copied++] = (char) chunk[at++];
    }
    if (copied == 0) {
      decided = decide();
      return decided.read(into, offset, length);
    }
    return copied;
  }

  /** At the first byte beyond ASCII: with at least a chunk's worth of bytes to judge by. */
  private Reader decide() throws IOException {
    byte[] left = Arrays.copyOfRange(chunk, at, chunk.length);
    byte[] more = bytes.readNBytes(CHUNK);
    byte[] sample = Arrays.copyOf(left, left.length + more.length);
    System.arraycopy(more, 0, sample, left.length, more.length);
    chunk = new byte[0];
    Charset charset = isUtf8(sample, more.length < CHUNK) ? StandardCharsets.UTF_8 : WINDOWS;
    return new InputStreamReader(
        new SequenceInputStream(new ByteArrayInputStream(sample), bytes), charset);
  }

  private static boolean isUtf8(byte[] sample, boolean complete) {
    CharsetDecoder strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer discarded = CharBuffer.allocate(sample.length + 1);
    return !strict.decode(ByteBuffer.wrap(sample), discarded, complete).isError();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
