package org.heed.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The quoted stretches of a text: between a pair of double quotation marks, or of single ones that
 * stand where a quotation can begin and end. A mark without its partner in the same paragraph
 * quotes nothing; a quotation within another is part of it.
 */
final class Quotes {
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private int[] spans = new int[16];
  private int size;

  /** Finds the quotations of a text. */
  void set(byte[] b, int length, Words words) {
    size = 0;
    int openDouble = -1;
    int openSingle = -1;
    int word = 0;
    int paragraph = -1;
    for (int i = mark(b, 0, length); i < length; i = mark(b, i + 1, length)) {
      byte c = b[i];
      while (word < words.size() && words.end(word) <= i) {
        word++;
      }
      boolean within = word < words.size() && words.start(word) < i;
      int before = within ? word : word - 1;
      int here = before < 0 ? -1 : words.paragraph(before);
      int next = word < words.size() ? words.paragraph(word) : here;
      boolean opens = i + 1 < length && isWord(b[i + 1]) && (i == 0 || !isWord(b[i - 1]));
      int now = opens ? next : here;
      if (now != paragraph) {
        openDouble = -1;
        openSingle = -1;
        paragraph = now;
      }
      if (c == '"') {
        if (openDouble < 0) {
          openDouble = i;
        } else {
          add(openDouble, i);
          openDouble = -1;
        }
      } else if (opens) {
        openSingle = i;
      } else if (openSingle >= 0 && (i + 1 == length || !isWord(b[i + 1]))) {
        add(openSingle, i);
        openSingle = -1;
      }
    }
  }

  /** The first quotation mark at or after a place; the text's length if there is none. */
  private static int mark(byte[] b, int from, int length) {
    int i = from;
    while (i + Long.BYTES <= length) {
      long eight = (long) EIGHT.get(b, i);
      if ((zeros(eight ^ '"' * ONES) | zeros(eight ^ '\'' * ONES)) != 0) {
        break;
      }
      i += Long.BYTES;
    }
    while (i < length && b[i] != '"' && b[i] != '\'') {
      i++;
    }
    return i;
  }

  /** Not zero if and only if one of eight bytes is. */
  private static long zeros(long eight) {
    return (eight - ONES) & ~eight & HIGH_BITS;
  }

  private static boolean isWord(byte b) {
    return Classes.isWord(b);
  }

  /** Adds a quotation in place of those within it, so that both ends of all are in order. */
  private void add(int from, int to) {
    while (size > 0 && spans[2 * (size - 1)] > from) {
      size--;
    }
    if (2 * size == spans.length) {
      spans = Arrays.copyOf(spans, 2 * spans.length);
    }
    spans[2 * size] = from;
    spans[2 * size + 1] = to;
    size++;
  }

  /** Whether a stretch lies within a quotation. */
  boolean hold(int from, int to) {
    return around(from, to) >= 0;
  }

  /** The first quotation that holds a stretch; -1 if none does. */
  int around(int from, int to) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (spans[2 * middle + 1] < to) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return low < size && spans[2 * low] <= from ? low : -1;
  }

  /** The place of a quotation's first mark. */
  int opening(int quotation) {
    return spans[2 * quotation];
  }

  /** The place of a quotation's last mark. */
  int closing(int quotation) {
    return spans[2 * quotation + 1];
  }
}
