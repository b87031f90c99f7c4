package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The segments of phrases with gaps, which are looked for only where a phrase's rarest was found.
 *
 * @param automaton of all of them; its hits mean rows
 * @param rows the payloads that end in a state, in order
 * @param payloadSegment by payload, its segment, in order; -1 where it is of none
 * @param payloadFrom by segment, its first payload
 * @param payloadWords by payload, how many words it has
 * @param words by segment, the symbols of words that are all of it
 */
@SuppressWarnings("ArrayRecordComponent")
record Parts(
    Automaton automaton,
    Rows rows,
    int[] payloadSegment,
    int[] payloadFrom,
    int[] payloadWords,
    Rows words) {
  /**
   * All segments.
   *
   * @param payloadSegment by payload, its segment, in order of segments; -1 where it is of none
   * @param symbols how many there are
   */
  static Parts of(
      Automaton automaton, Rows rows, int[] payloadSegment, int[] payloadWords, int symbols) {
    int segments = Arrays.stream(payloadSegment).max().orElse(-1) + 1;
    int[] from = new int[segments + 1];
    Arrays.fill(from, payloadSegment.length);
    for (int payload = payloadSegment.length - 1; payload >= 0; payload--) {
      if (payloadSegment[payload] >= 0) {
        from[payloadSegment[payload]] = payload;
      }
    }
    return new Parts(
        automaton,
        rows,
        payloadSegment,
        from,
        payloadWords,
        words(automaton, rows, payloadSegment, segments, symbols));
  }

  private static Rows words(
      Automaton automaton, Rows rows, int[] payloadSegment, int segments, int symbols) {
    List<IntSet> words = new ArrayList<>();
    for (int segment = 0; segment < segments; segment++) {
      words.add(new IntSet());
    }
    for (int symbol = 1; symbol < symbols; symbol++) {
      int row = automaton.row(symbol);
      if (row >= 0) {
        for (int i = rows.from(row); i < rows.to(row); i++) {
          words.get(payloadSegment[rows.item(i)]).add(symbol);
        }
      }
    }
    return Rows.of(words.stream().map(IntSet::sorted).toList());
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

  /** Whether a payload of a segment is what these words are. */
  boolean is(int segment, int payload, int first, int last, WordSymbols symbols) {
    if (payloadWords[payload] == 1 && symbols.isPlain(last)) {
      return words.has(segment, symbols.symbol(last));
    }
    return isPath(payload, first, last, symbols);
  }

  private boolean isPath(int payload, int first, int last, WordSymbols symbols) {
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
