package org.heed.text;

import java.util.Arrays;

/**
 * A text's words and what stands between them. Numbers of a sentence, clause, line and paragraph
 * are the index of their first word, so that "is there a break between these two words" is one
 * comparison. Capitals play no part, since reports come in all of them.
 */
final class Words {
  private static final int SHORT_LINE = 60;

  private int[] start = new int[256];
  private int[] end = new int[256];
  private int[] clause = new int[256];
  private int[] line = new int[256];
  private int[] sentence = new int[256];
  private int[] paragraph = new int[256];
  private int[] sentenceNumber = new int[256];
  private int size;

  /** Goes through a text. */
  void set(byte[] b, int length) {
    size = 0;
    int i = 0;
    int lineFrom = 0;
    int gapFrom = 0;
    while (true) {
      while (i < length && !Classes.isWord(b[i])) {
        i++;
      }
      if (i == length) {
        return;
      }
      int from = i;
      int to = i;
      while (i < length) {
        int c = Classes.OF[b[i] & 0xff];
        if (c >= Classes.OTHER_LETTER) {
          to = i + 1;
        } else if (c != Classes.SKIP) {
          break;
        }
        i++;
      }
      Break kind = size == 0 ? Break.PARAGRAPH : breakIn(b, gapFrom, from, lineFrom);
      add(from, to, kind);
      for (int k = from - 1; k >= gapFrom; k--) {
        if (b[k] == '\n') {
          lineFrom = k + 1;
          break;
        }
      }
      i = to;
      gapFrom = to;
    }
  }

  /** The strongest break in what stands between two words. */
  private Break breakIn(byte[] b, int from, int to, int lineFrom) {
    if (to - from == 1 && b[from] == ' ') {
      return Break.NONE;
    }
    Break strongest = Break.NONE;
    int lines = 0;
    for (int i = from; i < to; i++) {
      switch (b[i]) {
        case '\n' -> {
          lines++;
          if (lines == 2) {
            return Break.PARAGRAPH;
          }
          strongest = strongest.or(i - lineFrom < SHORT_LINE ? Break.LINE : Break.NONE);
        }
        case 0x0b, '\f' -> {
          return Break.PARAGRAPH;
        }
        case '.' -> {
          if (endsSentence(b, i, to)) {
            strongest = strongest.or(Break.SENTENCE);
          }
        }
        case '!', '?' -> strongest = strongest.or(Break.SENTENCE);
        case ';' -> strongest = strongest.or(Break.CLAUSE);
        case '*' -> strongest = strongest.or(lines > 0 ? Break.SENTENCE : Break.CLAUSE);
        case '-' -> {
          boolean dash = i > from && b[i - 1] != '-' && i + 1 < to && isBlank(b[i + 1]);
          if (dash) {
            strongest = strongest.or(lines > 0 ? Break.SENTENCE : Break.CLAUSE);
          }
        }
        default -> {}
      }
    }
    return strongest;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  /** A full stop ends a sentence unless it belongs to an initial or an abbreviation. */
  private boolean endsSentence(byte[] b, int at, int nextWord) {
    if (at + 1 == nextWord) {
      return false;
    }
    int last = size - 1;
    if (at != end[last] && b[at - 1] != '.') {
      return true;
    }
    int letters = end[last] - start[last];
    if (letters == 1) {
      return b[start[last]] >= '0' && b[start[last]] <= '9';
    }
    return !Abbreviations.contain(b, start[last], end[last]);
  }

  private void add(int from, int to, Break kind) {
    if (size == start.length) {
      grow();
    }
    int n = size++;
    start[n] = from;
    end[n] = to;
    int before = Math.max(0, n - 1);
    line[n] = kind.compareTo(Break.LINE) >= 0 ? n : line[before];
    clause[n] = kind.compareTo(Break.CLAUSE) >= 0 ? n : clause[before];
    sentence[n] = kind.compareTo(Break.SENTENCE) >= 0 ? n : sentence[before];
    paragraph[n] = kind == Break.PARAGRAPH ? n : paragraph[before];
    sentenceNumber[n] = n == 0 ? 0 : sentenceNumber[before] + (sentence[n] == n ? 1 : 0);
  }

  private void grow() {
    int more = 2 * size;
    start = Arrays.copyOf(start, more);
    end = Arrays.copyOf(end, more);
    clause = Arrays.copyOf(clause, more);
    line = Arrays.copyOf(line, more);
    sentence = Arrays.copyOf(sentence, more);
    paragraph = Arrays.copyOf(paragraph, more);
    sentenceNumber = Arrays.copyOf(sentenceNumber, more);
  }

  int size() {
    return size;
  }

  int start(int word) {
    return start[word];
  }

  int end(int word) {
    return end[word];
  }

  int clause(int word) {
    return clause[word];
  }

  int line(int word) {
    return line[word];
  }

  int sentence(int word) {
    return sentence[word];
  }

  int paragraph(int word) {
    return paragraph[word];
  }

  /** Sentences counted from the text's first. */
  int sentenceNumber(int word) {
    return sentenceNumber[word];
  }
}
