package org.heed.text;

import java.util.Arrays;
import org.heed.rulebook.Folding;

/**
 * A text as the automaton reads it: one byte a code point. For plain ASCII these are the text's own
 * bytes, untouched; anything else is folded into a buffer kept for the next text.
 */
final class FoldedText {
  private byte[] buffer = new byte[1024];
  private byte[] bytes = buffer;
  private int length;
  private int malformed;
  private boolean plain;

  /** Takes up another text. */
  void set(byte[] text, int from, int to) {
    malformed = 0;
    int ascii = asciiEnd(text, from, to);
    plain = ascii == to && from == 0;
    if (plain) {
      bytes = text;
      length = to;
      return;
    }
    if (buffer.length < to - from) {
      buffer = new byte[Math.max(to - from, 2 * buffer.length)];
    }
    byte[] out = buffer;
    System.arraycopy(text, from, out, 0, ascii - from);
    int o = ascii - from;
    int i = ascii;
    while (i < to) {
      byte b = text[i];
      if (b >= 0) {
        out[o++] = b;
        i++;
        continue;
      }
      int point = Utf8.decode(text, i, to);
      if (point == Utf8.MALFORMED) {
        malformed++;
        out[o++] = Folding.OTHER_SIGN;
        i++;
      } else {
        out[o++] = Folding.fold(point);
        i += Utf8.length(point);
      }
    }
    bytes = out;
    length = o;
  }

  private static int asciiEnd(byte[] text, int from, int to) {
    int i = from;
    for (; i + 8 <= to; i += 8) {
      if (((long) LONG.get(text, i) & 0x8080808080808080L) != 0) {
        break;
      }
    }
    while (i < to && text[i] >= 0) {
      i++;
    }
    return i;
  }

  private static final java.lang.invoke.VarHandle LONG =
      java.lang.invoke.MethodHandles.byteArrayViewVarHandle(
          long[].class, java.nio.ByteOrder.LITTLE_ENDIAN);

  byte[] bytes() {
    return bytes;
  }

  /** Whether these are the text's own bytes, all ASCII. */
  boolean isPlain() {
    return plain;
  }

  int length() {
    return length;
  }

  /** How many bytes were malformed. */
  int malformed() {
    return malformed;
  }

  /** A copy that will not change, for tests. */
  byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }
}
