package org.heed.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.heed.rulebook.Folding;

/**
 * The quoted stretches of a text: between double quotation marks, or single ones, that stand where
 * a quotation can begin and end. A mark without its partner in the same paragraph quotes nothing,
 * and neither do those of feet, inches and apostrophes; a quotation within another is part of it.
 */
final class Quotes {
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long OPENING = eight(Folding.OPENING_QUOTE);
  private static final long CLOSING = eight(Folding.CLOSING_QUOTE);
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Words that have lost their beginning: “'til late”. */
  private static final ShortWords CLIPPED =
      ShortWords.of(
          "til", "till", "cos", "cause", "em", "bout", "tis", "twas", "n", "60s", "70s", "80s",
          "90s", "00s", "10s", "20s");

  private int[] spans = new int[16];
  private int size;

  private final Pair twos = new Pair();
  private final Pair ones = new Pair();

  /** Marks of one sort, as far as a paragraph was gone through. */
  private static final class Pair {
    private static final int NONE = -1;

    /** Where a quotation opened that is not closed; {@link #NONE} if none is open. */
    private int open = NONE;

    /** Where one opened that a mark closed which may be none, an inch or a possessive. */
    private int doubtful = NONE;

    void clear() {
      open = NONE;
      doubtful = NONE;
    }

    void open(int at) {
      open = at;
      doubtful = NONE;
    }
  }

  /** Finds the quotations of a text. */
  void set(byte[] b, int length, Words words) {
    size = 0;
    twos.clear();
    ones.clear();
    int word = 0;
    int paragraph = -1;
    for (int i = mark(b, 0, length); i < length; i = mark(b, i + 1, length)) {
      while (word < words.size() && words.end(word) <= i) {
        word++;
      }
      boolean within = word < words.size() && words.start(word) < i;
      int before = within ? word : word - 1;
      int here = before < 0 ? -1 : words.paragraph(before);
      int next = word < words.size() ? words.paragraph(word) : here;
      byte left = i == 0 ? (byte) ' ' : b[i - 1];
      byte right = i + 1 == length ? (byte) ' ' : b[i + 1];
      boolean opens = !isWord(left) && !Words.isBlank(right);
      int now = opens ? next : here;
      if (now != paragraph) {
        twos.clear();
        ones.clear();
        paragraph = now;
      }
      boolean closes = !Words.isBlank(left) && left != '(';
      if (b[i] == '\'') {
        boolean clipped = !within && word < words.size() && words.is(word, CLIPPED);
        if (opens && !clipped && isWord(right)) {
          ones.open(i);
        } else if (closes && !isWord(right)) {
          close(ones, i, (left == 's' || left == 'S') && right == ' ');
        }
      } else if (b[i] != '"' || !isInches(b, i)) {
        boolean alone = Words.isBlank(left) && Words.isBlank(right);
        boolean ends = closes || alone || (twos.open >= 0 && isStop(right));
        boolean begins =
            switch (b[i]) {
              case Folding.OPENING_QUOTE -> !isWord(left) || isWord(right);
              case Folding.CLOSING_QUOTE -> false;
              default -> twos.open < 0 ? opens || alone : opens && !ends;
            };
        if (begins) {
          twos.open(i);
        } else if (ends) {
          close(twos, i, left >= '0' && left <= '9');
        }
      }
    }
  }

  /** Closes what is open, or what a doubtful mark closed before its end. */
  private void close(Pair marks, int at, boolean doubtful) {
    int from = marks.open >= 0 ? marks.open : doubtful ? Pair.NONE : marks.doubtful;
    if (from >= 0) {
      add(from, at);
      marks.doubtful = doubtful ? from : Pair.NONE;
      marks.open = Pair.NONE;
    }
  }

  private static boolean isStop(byte b) {
    return b == '.' || b == ',' || b == ';' || b == ':' || b == '!' || b == '?' || b == ')';
  }

  /** 5'10": the mark behind feet and a number. */
  private static boolean isInches(byte[] b, int at) {
    int i = at;
    while (i > 0 && at - i < 2 && b[i - 1] >= '0' && b[i - 1] <= '9') {
      i--;
    }
    return i < at && i > 1 && b[i - 1] == '\'' && b[i - 2] >= '0' && b[i - 2] <= '9';
  }

  /** The first quotation mark at or after a place; the text's length if there is none. */
  private static int mark(byte[] b, int from, int length) {
    int i = from;
    while (i + Long.BYTES <= length) {
      long eight = (long) EIGHT.get(b, i);
      long plain = zeros(eight ^ '"' * ONES) | zeros(eight ^ '\'' * ONES);
      if ((plain | zeros(eight ^ OPENING) | zeros(eight ^ CLOSING)) != 0) {
        break;
      }
      i += Long.BYTES;
    }
    while (i < length && !isMark(b[i])) {
      i++;
    }
    return i;
  }

  private static boolean isMark(byte b) {
    return b == '"' || b == '\'' || b == Folding.OPENING_QUOTE || b == Folding.CLOSING_QUOTE;
  }

  private static long eight(byte b) {
    return (b & 0xff) * ONES;
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
    while (size > 0 && spans[2 * (size - 1)] >= from) {
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
