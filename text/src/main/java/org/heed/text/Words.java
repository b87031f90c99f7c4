package org.heed.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A text's words and what stands between them. Numbers of a sentence, clause, line and paragraph
 * are the index of their first word, so that "is there a break between these two words" is one
 * comparison. Capitals play no part, since reports come in all of them, save where a line may have
 * been wrapped.
 */
final class Words {
  /** Numbers of one word: where it starts and ends, whether a phrase goes on to it, its stretch. */
  private static final int ROW = 4;

  private static final int START = 0;
  private static final int END = 1;
  private static final int GOES_ON = 2;
  private static final int STRETCH = 3;

  /** Numbers of one stretch of words without a break: where what it stands in begins. */
  private static final int STRETCH_ROW = 6;

  private static final int LINE = 0;
  private static final int CLAUSE = 1;
  private static final int SENTENCE = 2;
  private static final int PARAGRAPH = 3;
  private static final int SENTENCE_NUMBER = 4;
  private static final int HEADING = 5;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** Times this, the high bits of eight bytes come together in the highest. */
  private static final long GATHER = 0x0002040810204081L;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private int[] rows = new int[256 * ROW];

  private int[] stretches = new int[64 * STRETCH_ROW];

  /** Where the last stretch begins in {@link #stretches}. */
  private int stretch;

  /** By number of a sentence, its first word. */
  private int[] sentences = new int[64];

  private byte[] bytes = {};
  private int size;
  private int length;

  private final Lines lines = new Lines();

  /** Where the line begins that the last word stands in. */
  private int lineFrom;

  /** Whether a phrase can go on over what stood before the last word. */
  private boolean goesOn;

  /** Goes through a text. Words are found 64 bytes at a time, as runs of ones. */
  void set(byte[] b, int to) {
    bytes = b;
    length = to;
    size = 0;
    stretch = -STRETCH_ROW;
    lineFrom = 0;
    long before = 0;
    int from = -1;
    for (int block = 0; block < length; block += Long.SIZE) {
      long runs = runs(b, block, Math.min(block + Long.SIZE, length));
      long edges = runs ^ (runs << 1 | before);
      before = runs >>> (Long.SIZE - 1);
      while (edges != 0) {
        int at = block + Long.numberOfTrailingZeros(edges);
        edges &= edges - 1;
        if (from < 0) {
          from = at;
        } else {
          run(b, from, at);
          from = -1;
        }
      }
    }
    if (from >= 0) {
      run(b, from, length);
    }
  }

  /** A bit for each of at most 64 bytes that is part of a word. */
  private static long runs(byte[] b, int from, int to) {
    long runs = 0;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long eight = (long) EIGHT.get(b, i);
      runs |= (eight & HIGH_BITS) == 0 ? runs(eight) << (i - from) : runs(b, from, i, Long.BYTES);
    }
    return runs | runs(b, from, i, to - i);
  }

  private static long runs(byte[] b, int block, int from, int count) {
    long runs = 0;
    for (int i = from; i < from + count; i++) {
      runs |= (long) Classes.IN_WORD[b[i] & 0xff] << (i - block);
    }
    return runs;
  }

  /** A bit for each of eight ASCII bytes that is a letter, a digit or an apostrophe. */
  private static long runs(long eight) {
    long lower = eight | ' ' * ONES;
    long letters = (lower + (0x80 - 'a') * ONES) & ~(lower + (0x7f - 'z') * ONES);
    long digits = (eight + (0x80 - '0') * ONES) & ~(eight + (0x7f - '9') * ONES);
    long apostrophes = HIGH_BITS - (eight ^ '\'' * ONES);
    return (((letters | digits | apostrophes) & HIGH_BITS) * GATHER) >>> (Long.SIZE - Byte.SIZE);
  }

  /** Adds a run of letters, less what is read over at its ends. */
  private void run(byte[] b, int from, int to) {
    int first = from;
    int last = to;
    while (first < last && Classes.OF[b[first] & 0xff] == Classes.SKIP) {
      first++;
    }
    while (first < last && Classes.OF[b[last - 1] & 0xff] == Classes.SKIP) {
      last--;
    }
    if (first == last) {
      return;
    }
    if ((size + 1) * ROW > rows.length) {
      rows = Arrays.copyOf(rows, 2 * rows.length);
    }
    int gapFrom = size == 0 ? 0 : end(size - 1);
    if (size > 0 && first - gapFrom == 1 && b[gapFrom] == ' ') {
      add(first, last);
    } else {
      goesOn = true;
      Break kind = breakIn(b, gapFrom, first);
      add(first, last, kind);
      boolean within = goesOn && kind.compareTo(Break.SENTENCE) < 0;
      rows[(size - 1) * ROW + GOES_ON] = within ? -1 : 0;
    }
  }

  /**
   * The strongest break in what stands between two words. Notes where lines begin, and whether a
   * phrase can go on.
   */
  private Break breakIn(byte[] b, int from, int to) {
    Break strongest = Break.NONE;
    int lineEnds = 0;
    int lineEnd = 0;
    int lineLength = 0;
    boolean label = false;
    for (int i = from; i < to; i++) {
      goesOn &= Classes.OF[b[i] & 0xff] != Classes.BREAK;
      switch (b[i]) {
        case '\n' -> {
          lineEnds++;
          lineEnd = i;
          lineLength = i - lineFrom;
          lineFrom = i + 1;
        }
        case 0x0b, '\f' -> strongest = Break.PARAGRAPH;
        case '.' -> {
          if (endsSentence(b, i, to)) {
            strongest = strongest.or(Break.SENTENCE);
          }
        }
        case '!' -> strongest = strongest.or(Break.SENTENCE);
        case '?' -> {
          if (!isQuery(b, i, from)) {
            strongest = strongest.or(Break.SENTENCE);
          }
        }
        case ':' -> label |= isBlank(b[i + 1]);
        case ';' -> strongest = strongest.or(Break.CLAUSE);
        case '*' -> strongest = strongest.or(Break.CLAUSE);
        case '-' -> {
          boolean dash = i > from && b[i - 1] != '-' && i + 1 < to && isBlank(b[i + 1]);
          strongest = dash ? strongest.or(Break.CLAUSE) : strongest;
        }
        default -> {}
      }
    }
    if (size == 0 || lineEnds > 1 || strongest == Break.PARAGRAPH) {
      lines.paragraph(b[to]);
      return Break.PARAGRAPH;
    }
    if (lineEnds == 1) {
      return strongest.or(lines.next(b, length, from, lineEnd, to, lineLength, size));
    }
    lines.goOn(strongest, label, b[to]);
    return strongest;
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  /** “Injury, ?fall”: a question mark that stands before what it doubts ends no sentence. */
  static boolean isQuery(byte[] b, int at, int from) {
    return at > from && (isBlank(b[at - 1]) || b[at - 1] == ',' || b[at - 1] == '(');
  }

  /** A full stop ends a sentence unless it belongs to an initial or an abbreviation. */
  private boolean endsSentence(byte[] b, int at, int nextWord) {
    if (at + 1 == nextWord || lines.isNumber(size - 1)) {
      return false;
    }
    if (size == 0) {
      return true;
    }
    int last = size - 1;
    if (at != end(last) && b[at - 1] != '.') {
      return true;
    }
    int letters = end(last) - start(last);
    if (letters == 1) {
      return b[start(last)] >= '0' && b[start(last)] <= '9';
    }
    return !Abbreviations.contain(b, start(last), end(last));
  }

  /** Adds a word that nothing parts from the last. */
  private void add(int from, int to) {
    int row = size++ * ROW;
    rows[row + START] = from;
    rows[row + END] = to;
    rows[row + GOES_ON] = -1;
    rows[row + STRETCH] = stretch;
  }

  private void add(int from, int to, Break kind) {
    if (kind != Break.NONE || lines.heading() != stretches[stretch + HEADING]) {
      begin(kind);
    }
    add(from, to);
  }

  /** Begins a stretch with the next word, the text's first with a paragraph. */
  private void begin(Break kind) {
    int before = stretch;
    stretch += STRETCH_ROW;
    if (stretch == stretches.length) {
      stretches = Arrays.copyOf(stretches, 2 * stretch);
    }
    int strongest =
        switch (kind) {
          case NONE -> -1;
          case LINE -> LINE;
          case CLAUSE -> CLAUSE;
          case SENTENCE -> SENTENCE;
          case PARAGRAPH -> PARAGRAPH;
        };
    for (int field = LINE; field <= PARAGRAPH; field++) {
      stretches[stretch + field] = field <= strongest ? size : stretches[before + field];
    }
    int number = before < 0 ? -1 : stretches[before + SENTENCE_NUMBER];
    if (strongest >= SENTENCE) {
      number++;
      if (number == sentences.length) {
        sentences = Arrays.copyOf(sentences, 2 * number);
      }
      sentences[number] = size;
    }
    stretches[stretch + SENTENCE_NUMBER] = number;
    stretches[stretch + HEADING] = lines.heading();
  }

  int size() {
    return size;
  }

  /** The first word that ends behind a place; how many words there are if none does. */
  int after(int place) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end(middle) <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether a sign stands right before a word. */
  boolean follows(int word, char sign) {
    for (int i = word == 0 ? 0 : end(word - 1); i < start(word); i++) {
      if (bytes[i] == sign) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word is one of these. */
  boolean is(int word, ShortWords set) {
    return set.contain(bytes, start(word), end(word));
  }

  /** The number of at most six digits that a word is; -1 if it is none. */
  int number(int word) {
    if (end(word) - start(word) > 6) {
      return -1;
    }
    int number = 0;
    for (int i = start(word); i < end(word); i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return -1;
      }
      number = 10 * number + bytes[i] - '0';
    }
    return number;
  }

  int start(int word) {
    return rows[word * ROW + START];
  }

  int end(int word) {
    return rows[word * ROW + END];
  }

  /** Whether a colon stands behind the last word before a word, or the text's last, in its line. */
  boolean endsInColon(int word) {
    int to = word == size ? length : start(word);
    for (int i = end(word - 1); i < to && bytes[i] != '\n'; i++) {
      if (bytes[i] == ':') {
        return true;
      }
    }
    return false;
  }

  /** After the last word of the heading of the list that a word stands in; 0 outside lists. */
  int heading(int word) {
    return stretches[rows[word * ROW + STRETCH] + HEADING];
  }

  int clause(int word) {
    return stretches[rows[word * ROW + STRETCH] + CLAUSE];
  }

  int line(int word) {
    return stretches[rows[word * ROW + STRETCH] + LINE];
  }

  int sentence(int word) {
    return stretches[rows[word * ROW + STRETCH] + SENTENCE];
  }

  /** After the last word of a word's sentence. */
  int sentenceTo(int word) {
    int next = sentenceNumber(word) + 1;
    return next <= sentenceNumber(size - 1) ? sentences[next] : size;
  }

  int paragraph(int word) {
    return stretches[rows[word * ROW + STRETCH] + PARAGRAPH];
  }

  /** Whether a phrase can go on from the word before, which then is of the same sentence. */
  boolean goesOn(int word) {
    return rows[word * ROW + GOES_ON] != 0;
  }

  /** All ones if a phrase can go on from the word before, or else zero. */
  int goesOnMask(int word) {
    return rows[word * ROW + GOES_ON];
  }

  /** Sentences counted from the text's first. */
  int sentenceNumber(int word) {
    return stretches[rows[word * ROW + STRETCH] + SENTENCE_NUMBER];
  }
}
