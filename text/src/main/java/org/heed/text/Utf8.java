package org.heed.text;

import java.nio.charset.StandardCharsets;

/** UTF-8 as Heed reads it: each malformed byte stands for one U+FFFD. */
public final class Utf8 {
  /** What {@link #decode} gives for a malformed byte. */
  static final int MALFORMED = -1;

  private static final byte[] REPLACEMENT = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd};

  private Utf8() {}

  /** The bytes of a text; a lone surrogate becomes U+FFFD. */
  public static byte[] bytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return repairSurrogates(text).getBytes(StandardCharsets.UTF_8);
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String repairSurrogates(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(p ->
            out.appendCodePoint(
                p >= Character.MIN_SURROGATE && p <= Character.MAX_SURROGATE ? 0xfffd : p));
    return out.toString();
  }

  /** The text of these bytes with each malformed byte replaced by U+FFFD. */
  public static String text(byte[] bytes) {
    return new String(repair(bytes), StandardCharsets.UTF_8);
  }

  /** The same bytes if they are well formed, else a copy with each malformed one as U+FFFD. */
  public static byte[] repair(byte[] bytes) {
    return repair(bytes, malformed(bytes));
  }

  /** The same, of bytes of which so many are malformed. */
  public static byte[] repair(byte[] bytes, int malformed) {
    return malformed == 0 ? bytes : repaired(bytes, malformed);
  }

  /** How many of some bytes are malformed. */
  public static int malformed(byte[] bytes) {
    int malformed = 0;
    for (int i = 0; i < bytes.length; ) {
      if (bytes[i] >= 0) {
        i++;
        continue;
      }
      int point = decode(bytes, i, bytes.length);
      malformed += point == MALFORMED ? 1 : 0;
      i += point == MALFORMED ? 1 : length(point);
    }
    return malformed;
  }

  private static byte[] repaired(byte[] bytes, int malformed) {
    byte[] out = new byte[bytes.length + 2 * malformed];
    int o = 0;
    for (int i = 0; i < bytes.length; ) {
      int point = decode(bytes, i, bytes.length);
      if (point == MALFORMED) {
        System.arraycopy(REPLACEMENT, 0, out, o, 3);
        o += 3;
        i++;
      } else {
        int n = length(point);
        System.arraycopy(bytes, i, out, o, n);
        o += n;
        i += n;
      }
    }
    return out;
  }

  /** How many bytes a code point takes. */
  static int length(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }

  /** The code point that begins at {@code at}, or {@link #MALFORMED}. */
  static int decode(byte[] bytes, int at, int end) {
    int first = bytes[at];
    if (first >= 0) {
      return first;
    }
    first &= 0xff;
    int more = first < 0xc2 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 0;
    if (more == 0 || at + more >= end) {
      return MALFORMED;
    }
    int point = first & (0x3f >> more);
    for (int i = 1; i <= more; i++) {
      int next = bytes[at + i];
      if ((next & 0xc0) != 0x80) {
        return MALFORMED;
      }
      point = point << 6 | (next & 0x3f);
    }
    boolean tooLong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
    boolean none = (point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff;
    return tooLong || none ? MALFORMED : point;
  }
}
