package org.heed.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;

/**
 * Puts the moves of states into one another's gaps, for an {@link Automaton}: each state's at the
 * first base that no other has and from which all its symbols fall on free places.
 */
final class DoubleArray {
  private final int symbols;
  private final BitSet used = new BitSet();
  private final BitSet bases = new BitSet();

  /** By how many moves, in powers of two, where the last state of that many was put. */
  private final int[] since = new int[Integer.SIZE];

  private long[] moves;

  /**
   * An empty one.
   *
   * @param symbols how many there are
   */
  DoubleArray(int symbols) {
    this.symbols = symbols;
    moves = new long[2 * symbols];
    // A base of 0 is no state's, and symbol 0 no move's.
    bases.set(0);
  }

  /**
   * Puts a state's moves.
   *
   * @param to the state that each symbol leads to, by symbol in order
   * @return the base; 0 for no moves
   */
  int put(Map<Integer, Integer> to) {
    if (to.isEmpty()) {
      return 0;
    }
    int[] of = to.keySet().stream().mapToInt(Integer::intValue).toArray();
    int size = Integer.SIZE - Integer.numberOfLeadingZeros(of.length);
    int place = used.nextClearBit(Math.max(size > 3 ? since[size] : 0, of[0] + 1));
    while (!fits(place - of[0], of)) {
      place = used.nextClearBit(place + 1);
    }
    since[size] = place;
    int base = place - of[0];
    bases.set(base);
    if (base + symbols > moves.length) {
      moves = Arrays.copyOf(moves, Math.max(base + symbols, 2 * moves.length));
    }
    to.forEach((symbol, state) -> {
      used.set(base + symbol);
      moves[base + symbol] = Automaton.move(base, state);
    });
    return base;
  }

  private boolean fits(int base, int[] of) {
    if (bases.get(base)) {
      return false;
    }
    for (int symbol : of) {
      if (used.get(base + symbol)) {
        return false;
      }
    }
    return true;
  }

  /** All moves; any symbol may be added to any base. */
  long[] moves() {
    return Arrays.copyOf(moves, Math.max(bases.length(), 1) - 1 + symbols);
  }
}
