package org.heed.text;

import java.util.Arrays;

/**
 * A frozen automaton over the symbols of an {@link Alphabet}. A phrase is gone through symbol by
 * symbol; the state after its first is that symbol's own number. The moves of all states stand in
 * one another's gaps, as in the double array of Aoe (1989), so that a move is one look without a
 * branch; what is known of a state lies together.
 *
 * @param states two numbers each: what it means and its base; and a mask with a bit for each symbol
 *     that has a move, and others like it
 * @param moves by base and symbol added, the base that the move is of and the state that it leads
 *     to; 0 where there is none
 */
@SuppressWarnings("ArrayRecordComponent")
record Automaton(long[] states, long[] moves) {
  /** No phrase goes on. */
  static final int NOWHERE = 0;

  /** Bits of a state's, a row's and a symbol's number. */
  static final int BITS = 20;

  static final int MASK = (1 << BITS) - 1;

  /** A state's first number; a base of 0 has no moves. */
  static long state(int row, int base) {
    return (long) base << BITS | (row + 1);
  }

  /** What stands in {@link #moves}. */
  static long move(int base, int to) {
    return (long) base << BITS | to;
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
    long base = states[2 * state] >>> BITS;
    long move = moves[(int) base + symbol];
    long same = ((move >>> BITS ^ base) - 1) >> (Long.SIZE - 1);
    return (int) (move & same) & MASK;
  }

  /** What takes up a symbol and the state that it leads to. */
  interface Moves {
    void take(int symbol, int state);
  }

  /** Goes through all moves, first symbols apart. */
  void forEachMove(Moves each) {
    for (int at = 0; at < moves.length; at++) {
      if (moves[at] != 0) {
        each.take(at - (int) (moves[at] >>> BITS), (int) moves[at] & MASK);
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
