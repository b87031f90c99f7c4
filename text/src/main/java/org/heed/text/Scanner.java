package org.heed.text;

import java.util.Arrays;

/**
 * Goes through a text's words with the automaton, from every word on at once. Kept for one text
 * after another.
 */
final class Scanner {
  private static final int NONE = 0;

  private final Automaton automaton;
  private final Vocabulary vocabulary;

  /** Where phrases stand that were begun and can go on, those of the earliest word first. */
  private int[] begun = new int[64];

  private int size;

  /** The symbol of a word, or of the figures that it begins with; 0 if no phrase has it. */
  private int symbol;

  /** The symbol of what is glued to figures; 0 for nothing. */
  private int glued;

  /** A word without what is read over. */
  private byte[] clean = new byte[64];

  Scanner(Automaton automaton) {
    this.automaton = automaton;
    vocabulary = automaton.vocabulary();
  }

  /** Keeps what ends with each word. */
  void scan(byte[] folded, Words words, Hits hits) {
    hits.clear();
    size = 0;
    for (int w = 0; w < words.size(); w++) {
      look(folded, words.start(w), words.end(w));
      if (symbol == NONE) {
        size = 0;
        continue;
      }
      int were = words.goesOn(w) ? size : 0;
      size = 0;
      for (int i = 0; i < were; i++) {
        go(begun[i], w, hits);
      }
      go(Automaton.START, w, hits);
    }
  }

  /** Goes on with a word from where a phrase stands. */
  private void go(int from, int word, Hits hits) {
    int state = automaton.next(from, symbol);
    if (state != Automaton.START && glued != NONE) {
      state = automaton.next(state, glued);
    }
    if (state == Automaton.START) {
      return;
    }
    int row = automaton.meaning()[state];
    if (row >= 0) {
      hits.add(row, word);
    }
    if (automaton.moves(state)) {
      if (size == begun.length) {
        begun = Arrays.copyOf(begun, 2 * size);
      }
      begun[size++] = state;
    }
  }

  /** Looks a word's symbols up. */
  private void look(byte[] b, int from, int to) {
    int word = vocabulary.find(b, from, to);
    glued = NONE;
    if (word == Vocabulary.UNCLEAN) {
      clean(b, from, to);
    } else if (word == NONE && isFigure(b[from])) {
      figures(b, from, to);
    } else {
      symbol = word;
    }
  }

  /** Looks a word up without the signs that are read over. */
  private void clean(byte[] b, int from, int to) {
    if (clean.length < to - from) {
      clean = new byte[2 * (to - from)];
    }
    int length = 0;
    for (int i = from; i < to; i++) {
      int c = Classes.OF[b[i] & 0xff];
      if (c == Classes.OTHER_LETTER) {
        symbol = NONE;
        return;
      }
      if (c != Classes.SKIP) {
        clean[length++] = b[i];
      }
    }
    look(clean, 0, length);
  }

  /** A number in figures, to which a word may be glued: “15yo”. */
  private void figures(byte[] b, int from, int to) {
    int value = 0;
    int at = from;
    while (at < to && isFigure(b[at]) && at - from <= Numbers.MOST_FIGURES) {
      value = 10 * value + b[at++] - '0';
    }
    int number = automaton.numbers().of(value, at - from);
    int word = at == to ? NONE : vocabulary.find(b, at, to);
    if (number == NONE || (at < to && word == NONE)) {
      symbol = NONE;
    } else if (at == to) {
      symbol = automaton.figures(number);
    } else {
      symbol = automaton.gluedFigures(number);
      glued = automaton.glued(word);
    }
  }

  private static boolean isFigure(byte b) {
    return b >= '0' && b <= '9';
  }
}
