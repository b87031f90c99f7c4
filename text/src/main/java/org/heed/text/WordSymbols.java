package org.heed.text;

import java.util.Arrays;

/**
 * A text's words as the symbols of an {@link Alphabet}. A word is one symbol, or two where a word
 * is glued to figures: “15yo”. Kept for one text after another.
 */
final class WordSymbols {
  private static final int NONE = Alphabet.NONE;

  /** How many numbers stand in {@link #bits} before the first word's, and behind the last's. */
  static final int MARGIN = Glance.LANES;

  private final Alphabet alphabet;
  private final Vocabulary vocabulary;

  /** By word, its symbol, or that of the figures it begins with. */
  private int[] symbols = new int[256];

  /** By word, the same if a phrase can go on from the word before, or else none. */
  private int[] following = new int[256];

  /** By word, the symbol of what is glued to its figures. */
  private int[] glued = new int[256];

  /** By word, where its last symbol is in the sketches of {@link Neighbours}. */
  private int[] bits = new int[256 + 2 * MARGIN];

  /** Words that need a second look; after it those first to which something is glued. */
  private int[] others = new int[256];

  private int gluedWords;

  /** A word without what is read over. */
  private byte[] clean = new byte[64];

  WordSymbols(Alphabet alphabet) {
    this.alphabet = alphabet;
    vocabulary = alphabet.vocabulary();
  }

  /**
   * Takes up the words of another text. Most are found at the first look, which goes without a
   * branch; the others come after.
   */
  void set(byte[] folded, Words words) {
    int size = words.size();
    if (symbols.length <= size) {
      int room = Math.max(size + 1, 2 * symbols.length);
      symbols = new int[room];
      following = new int[room];
      glued = new int[room];
      bits = new int[room + 2 * MARGIN];
      others = new int[room];
      gluedWords = 0;
    }
    for (int i = 0; i < gluedWords; i++) {
      glued[others[i]] = NONE;
    }
    int last = folded.length - Vocabulary.PLAIN;
    int n = 0;
    for (int w = 0; w < size; w++) {
      int from = words.start(w);
      int length = words.end(w) - from;
      int symbol = NONE;
      if (length <= Vocabulary.PLAIN && from <= last) {
        symbol = vocabulary.plain(folded, from, length);
      }
      symbols[w] = symbol;
      following[w] = symbol & words.goesOnMask(w);
      bits[MARGIN + w] = Neighbours.bit(symbol);
      others[n] = w;
      n += (symbol - 1) >>> (Integer.SIZE - 1);
    }
    following[size] = NONE;
    Arrays.fill(bits, MARGIN + size, size + 2 * MARGIN, Neighbours.bit(NONE));
    gluedWords = 0;
    for (int i = 0; i < n; i++) {
      int w = others[i];
      int symbol = look(w, folded, words.start(w), words.end(w));
      symbols[w] = symbol;
      following[w] = symbol & words.goesOnMask(w);
      bits[MARGIN + w] = Neighbours.bit(symbol);
      if (glued[w] != NONE) {
        bits[MARGIN + w] = Neighbours.bit(glued[w]);
        others[gluedWords++] = w;
      }
    }
  }

  /** Looks a word up. */
  private int look(int word, byte[] b, int from, int to) {
    int found = vocabulary.find(b, from, to);
    if (found == Vocabulary.UNCLEAN) {
      return clean(word, b, from, to);
    }
    return found == NONE && isFigure(b[from]) ? figures(word, b, from, to) : found;
  }

  /** Looks a word up without the signs that are read over. */
  private int clean(int word, byte[] b, int from, int to) {
    if (clean.length < to - from) {
      clean = new byte[2 * (to - from)];
    }
    int length = 0;
    for (int i = from; i < to; i++) {
      int c = Classes.OF[b[i] & 0xff];
      if (c == Classes.OTHER_LETTER) {
        return NONE;
      }
      if (c != Classes.SKIP) {
        clean[length++] = b[i];
      }
    }
    return look(word, clean, 0, length);
  }

  /** A number in figures, to which a word may be glued: “15yo”. */
  private int figures(int word, byte[] b, int from, int to) {
    int value = 0;
    int at = from;
    while (at < to && isFigure(b[at]) && at - from <= Numbers.MOST_FIGURES) {
      value = 10 * value + b[at++] - '0';
    }
    int number = alphabet.numbers().of(value, at - from);
    if (number == NONE || at == to) {
      return number == NONE ? NONE : alphabet.figures(number);
    }
    int rest = vocabulary.find(b, at, to);
    if (rest == NONE) {
      return NONE;
    }
    glued[word] = alphabet.glued(rest);
    return alphabet.gluedFigures(number);
  }

  private static boolean isFigure(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Where a word's last symbol is in the sketches of {@link Neighbours}. */
  int bit(int word) {
    return bits[MARGIN + word];
  }

  int[] bits() {
    return bits;
  }

  /** A word's symbol, or that of the figures that it begins with. */
  int symbol(int word) {
    return symbols[word];
  }

  /** Whether nothing is glued to a word's figures. */
  boolean isPlain(int word) {
    return glued[word] == NONE;
  }

  /** A word's symbol if a phrase can go on from the word before; none behind the last word. */
  int following(int word) {
    return following[word];
  }

  /** The state of an automaton after a first word. */
  int begin(Automaton automaton, int word) {
    return glued[word] == NONE ? symbols[word] : automaton.next(symbols[word], glued[word]);
  }

  /** The state of an automaton after a further word. */
  int next(Automaton automaton, int from, int word) {
    int state = automaton.next(from, following[word]);
    return glued[word] == NONE ? state : automaton.next(state, glued[word]);
  }
}
