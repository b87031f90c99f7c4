package org.heed.text;

import java.util.Arrays;

/**
 * A frozen automaton whose symbols are words: a phrase is gone through from state 0 on, word by
 * word. The first word's states stand in {@code roots}; all others are found by state and symbol in
 * a table with open addressing. States without moves come first, so that one comparison tells them,
 * and of the others a mask tells most symbols that have no move, without a look at the table.
 *
 * @param moves state, symbol and next state in 20 bits each; 0 where a slot is free
 * @param masks by state with moves, a bit for each symbol that has one, and others like it
 * @param roots by symbol, the state after it as a first word; 0 for none
 * @param meaning by state, what its hit means: a row of {@link Outputs}; -1 where nothing ends
 * @param firstMoving the least state with moves, the start apart
 */
@SuppressWarnings("ArrayRecordComponent")
record Automaton(
    Vocabulary vocabulary,
    Numbers numbers,
    long[] moves,
    long[] masks,
    int[] roots,
    int[] meaning,
    int firstMoving) {
  static final int START = 0;

  /** Bits of a state's and a symbol's number. */
  static final int BITS = 20;

  private static final long MASK = (1L << BITS) - 1;
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  /**
   * An automaton of these moves.
   *
   * @param table as {@link #table} gives it
   */
  static Automaton of(
      Vocabulary vocabulary,
      Numbers numbers,
      long[] table,
      int[] roots,
      int[] meaning,
      int firstMoving) {
    long[] masks = new long[meaning.length - firstMoving];
    for (long move : table) {
      if (move != 0) {
        masks[from(move) - firstMoving] |= 1L << symbol(move);
      }
    }
    return new Automaton(vocabulary, numbers, table, masks, roots, meaning, firstMoving);
  }

  /** A move in one number. */
  static long move(int state, int symbol, int to) {
    return ((long) state << BITS | symbol) << BITS | to;
  }

  static int from(long move) {
    return (int) (move >>> (2 * BITS));
  }

  static int symbol(long move) {
    return (int) (move >>> BITS & MASK);
  }

  static int to(long move) {
    return (int) (move & MASK);
  }

  /** Puts moves into a table in which they are found. */
  static long[] table(long[] moves) {
    // A third of the slots stay free at least.
    long[] table = new long[Integer.highestOneBit(3 * moves.length / 2 + 1) << 1];
    for (long move : moves) {
      int slot = slot(move >>> BITS, table.length);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = move;
    }
    return table;
  }

  private static int slot(long key, int slots) {
    return (int) ((key * SPREAD) >>> 32) & (slots - 1);
  }

  /** The symbol of a number in figures, of this class. */
  int figures(int numberClass) {
    return vocabulary.size() + numberClass;
  }

  /** The symbol of a number in figures to which a word is glued. */
  int gluedFigures(int numberClass) {
    return vocabulary.size() + numbers.count() + numberClass;
  }

  /** The symbol of a word that is glued to figures. */
  int glued(int word) {
    return vocabulary.size() + 2 * numbers.count() + word;
  }

  /** The next state; 0 where there is none. */
  int next(int state, int symbol) {
    if (state == START) {
      return roots[symbol];
    }
    if (!moves(state) || (masks[state - firstMoving] >>> symbol & 1) == 0) {
      return START;
    }
    long key = (long) state << BITS | symbol;
    int slot = slot(key, moves.length);
    while (moves[slot] != 0) {
      if (moves[slot] >>> BITS == key) {
        return to(moves[slot]);
      }
      slot = (slot + 1) & (moves.length - 1);
    }
    return START;
  }

  /** Whether a phrase goes on from a state. */
  boolean moves(int state) {
    return state >= firstMoving;
  }

  int states() {
    return meaning.length;
  }

  /** The same automaton with other meanings. */
  Automaton with(int[] meanings) {
    return new Automaton(vocabulary, numbers, moves, masks, roots, meanings, firstMoving);
  }

  @Override
  public String toString() {
    return "Automaton["
        + states()
        + " states, "
        + Arrays.stream(moves).filter(move -> move != 0).count()
        + " moves]";
  }
}
