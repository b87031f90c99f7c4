package org.heed.text;

/**
 * A frozen automaton in the manner of Aho and Corasick (1975) over the classes of {@link Classes},
 * as a full transition table. A state is its row's offset in the table; accepting states come last,
 * so that one comparison tells them. Phrases begin at a word's beginning because every phrase's
 * first symbol is a space, for which any break stands; runs of spaces count as one because a state
 * that a space led to stays where it is on another; what is read over changes nothing.
 *
 * @param table next state by state and class
 * @param start the state before any text, and after every break
 * @param firstAccepting the least accepting state
 */
@SuppressWarnings("ArrayRecordComponent")
record Automaton(int[] table, int start, int firstAccepting) {
  /** A state is its number times the number of classes. */
  static final int SHIFT = 5;

  int states() {
    return table.length >> SHIFT;
  }

  int acceptingStates() {
    return (table.length - firstAccepting) >> SHIFT;
  }

  /** The index of an accepting state among them. */
  int accepting(int state) {
    return (state - firstAccepting) >> SHIFT;
  }

  @Override
  public String toString() {
    return "Automaton[" + states() + " states]";
  }
}
