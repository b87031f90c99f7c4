package org.heed.text;

import java.util.Arrays;

/**
 * A frozen automaton over the symbols of an {@link Alphabet}. A phrase is gone through symbol by
 * symbol; the state after its first is that symbol's own number. What is known of a state lies
 * together, and so do its moves, so that few lines of memory are touched.
 *
 * @param states two numbers each: what it means, the size of its table of moves and where that
 *     begins; and a mask with a bit for each symbol that has a move, and others like it
 * @param moves tables with open addressing of symbol and next state; 0 where a slot is free
 */
@SuppressWarnings("ArrayRecordComponent")
record Automaton(long[] states, long[] moves) {
  /** No phrase goes on. */
  static final int NOWHERE = 0;

  /** Bits of a state's, a row's and a symbol's number. */
  static final int BITS = 20;

  static final int MASK = (1 << BITS) - 1;
  private static final int SIZE_BITS = 5;

  /** A state's first number, where its table of {@code 1 << bits} slots begins at a place. */
  static long state(int row, int bits, int place) {
    return ((long) place << SIZE_BITS | bits) << BITS | (row + 1);
  }

  /** Into a table of {@code 1 << bits} slots, at a place. */
  static void put(long[] moves, int place, int bits, int symbol, int to) {
    int slot = slot(symbol, bits);
    while (moves[place + slot] != 0) {
      slot = (slot + 1) & ((1 << bits) - 1);
    }
    moves[place + slot] = (long) symbol << BITS | to;
  }

  /** Frequent symbols have small numbers, and so lie near each other. */
  private static int slot(int symbol, int bits) {
    return symbol & ((1 << bits) - 1);
  }

  /** The row that a state means; -1 where nothing ends. */
  int row(int state) {
    return ((int) states[2 * state] & MASK) - 1;
  }

  /** One if a state may have a move with a symbol, or else zero; none has one with no symbol. */
  int mayGoOn(int state, int symbol) {
    return (int) (states[2 * state + 1] >>> symbol) & 1 & (-symbol >>> (Integer.SIZE - 1));
  }

  /** The next state; {@link #NOWHERE} if there is none. */
  int next(int state, int symbol) {
    if ((states[2 * state + 1] >>> symbol & 1) == 0) {
      return NOWHERE;
    }
    long table = states[2 * state] >>> BITS;
    int bits = (int) table & ((1 << SIZE_BITS) - 1);
    int place = (int) (table >>> SIZE_BITS);
    int slot = slot(symbol, bits);
    while (true) {
      long move = moves[place + slot];
      if (move >>> BITS == symbol) {
        return (int) move & MASK;
      }
      if (move == 0) {
        return NOWHERE;
      }
      slot = (slot + 1) & ((1 << bits) - 1);
    }
  }

  /** What takes up a symbol and the state that it leads to. */
  interface Moves {
    void take(int symbol, int state);
  }

  /** Goes through all moves, first symbols apart. */
  void forEachMove(Moves each) {
    for (long move : moves) {
      if (move != 0) {
        each.take((int) (move >>> BITS), (int) move & MASK);
      }
    }
  }

  @Override
  public String toString() {
    return "Automaton["
        + states.length / 2
        + " states, "
        + Arrays.stream(moves).filter(move -> move != 0).count()
        + " moves]";
  }
}
