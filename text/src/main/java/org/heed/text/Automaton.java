package org.heed.text;

/**
 * A frozen automaton in the manner of Aho and Corasick (1975) over the classes of {@link Classes},
 * as a full transition table. A state is its row's offset in the table; accepting states come last,
 * so that one comparison tells them. Phrases begin at a word's beginning because every phrase's
 * first symbol is a space, for which any break stands; runs of spaces count as one because a state
 * that a space led to stays where it is on another; what is read over changes nothing.
 *
 * @param table next state by state and class
 * @param start the state before any text
 * @param firstAccepting the least accepting state
 * @param outputs by accepting state counted from the first, where its payloads begin in {@code
 *     payloads}; one more entry closes the last
 * @param payloads what ends in each accepting state
 */
@SuppressWarnings("ArrayRecordComponent")
record Automaton(int[] table, int start, int firstAccepting, int[] outputs, int[] payloads) {
  /** A state is its number times the number of classes. */
  static final int SHIFT = 5;

  int states() {
    return table.length >> SHIFT;
  }

  /** The index of an accepting state among them. */
  int accepting(int state) {
    return (state - firstAccepting) >> SHIFT;
  }

  /** Runs over a text and keeps where accepting states were reached at a word's end. */
  void scan(byte[] folded, int length, Hits hits) {
    byte[] classes = Classes.OF;
    int[] next = table;
    int accept = firstAccepting;
    int state = start;
    for (int i = 0; i < length; i++) {
      int c = classes[folded[i] & 0xff];
      state = next[state + c];
      if (state >= accept && c != Classes.SKIP && endsWord(folded, i + 1, length)) {
        hits.add(state, i + 1);
      }
    }
  }

  private static boolean endsWord(byte[] folded, int at, int length) {
    for (int i = at; i < length; i++) {
      int c = Classes.OF[folded[i] & 0xff];
      if (c != Classes.SKIP) {
        return c < Classes.OTHER_LETTER;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "Automaton[" + states() + " states]";
  }
}
