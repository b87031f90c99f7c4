package org.heed.text;

import java.util.Arrays;

/**
 * The segments of phrases with gaps, which are looked for only where a phrase's rarest was found.
 *
 * @param automaton of all of them; its hits mean rows
 * @param rows the payloads that end in a state, in order
 * @param payloadSegment by payload, its segment, in order; -1 where it is of none
 * @param payloadFrom by segment, its first payload
 * @param payloadWords by payload, how many words it has
 */
@SuppressWarnings("ArrayRecordComponent")
record Parts(
    Automaton automaton, Rows rows, int[] payloadSegment, int[] payloadFrom, int[] payloadWords) {
  /**
   * All segments.
   *
   * @param payloadSegment by payload, its segment, in order of segments; -1 where it is of none
   */
  static Parts of(Automaton automaton, Rows rows, int[] payloadSegment, int[] payloadWords) {
    int segments = Arrays.stream(payloadSegment).max().orElse(-1) + 1;
    int[] from = new int[segments + 1];
    Arrays.fill(from, payloadSegment.length);
    for (int payload = payloadSegment.length - 1; payload >= 0; payload--) {
      if (payloadSegment[payload] >= 0) {
        from[payloadSegment[payload]] = payload;
      }
    }
    return new Parts(automaton, rows, payloadSegment, from, payloadWords);
  }

  /** What takes up a symbol and the payload that ends with it. */
  interface Ends {
    void take(int symbol, int payload);
  }

  /** Goes through all symbols that payloads end with. */
  void forEachEnd(int symbols, Ends each) {
    for (int symbol = 1; symbol < symbols; symbol++) {
      endsOf(symbol, symbol, each);
    }
    automaton.forEachMove((symbol, state) -> endsOf(symbol, state, each));
  }

  private void endsOf(int symbol, int state, Ends each) {
    int row = automaton.row(state);
    if (row >= 0) {
      for (int i = rows.from(row); i < rows.to(row); i++) {
        each.take(symbol, rows.item(i));
      }
    }
  }

  /** Whether a payload, which may be none, is of a segment. */
  boolean isOf(int segment, int payload) {
    return payload < payloadSegment.length && payloadSegment[payload] == segment;
  }

  /** Whether a payload is what these words are. */
  boolean is(int payload, int first, int last, WordSymbols symbols) {
    int state = symbols.begin(automaton, first);
    for (int w = first + 1; w <= last && state != Automaton.NOWHERE; w++) {
      state = symbols.next(automaton, state, w);
    }
    int row = automaton.row(state);
    return row >= 0 && rows.has(row, payload);
  }

  @Override
  public String toString() {
    return "Parts[" + automaton + "]";
  }
}
