package org.heed.text;

/**
 * A frozen automaton in the manner of Aho and Corasick (1975) over the classes of {@link Classes}.
 * Phrases begin at a word's beginning because every phrase's first symbol is a space, for which any
 * break stands; runs of spaces count as one because a state that a space led to stays where it is
 * on another; what is read over changes nothing.
 *
 * <p>A state is the place of its row: a mask of the classes for which the row has a next state, and
 * these in order. All other classes lead where nearly every state leads: {@code rows} begins with
 * the next states within a word, one for each class, and those at a word's beginning, which the
 * mask's highest bit tells. What states have in common is thus written once, and a row fits a line
 * of the processor's cache. Before the row of an accepting state stands what its hit means;
 * accepting states come last, so that one comparison tells them.
 *
 * @param start the state before any text, and after every break
 * @param firstAccepting the least accepting state
 * @param states how many there are
 */
@SuppressWarnings("ArrayRecordComponent")
record Automaton(int[] rows, int start, int firstAccepting, int states) {

  /** The mask's bit of a state at a word's beginning. No class is as high. */
  static final int BEGINS = 31;

  /** Usual next states within a word and at its beginning, as a power of two apart. */
  static final int USUAL_SHIFT = 5;

  /** The next state; for what is read over, the same. */
  static int next(int[] rows, int state, int cls) {
    int mask = rows[state];
    int before = Integer.bitCount(mask & ((1 << cls) - 1));
    // All ones if the row has a state for the class: chosen without a branch to guess.
    int has = -(mask >>> cls & 1);
    int usual = (mask >>> BEGINS << USUAL_SHIFT) + cls;
    int at = usual ^ ((usual ^ (state + 1 + before)) & has);
    return cls == Classes.SKIP ? state : rows[at];
  }

  /** What a hit in an accepting state means: a row of {@link Outputs}. */
  int meaning(int state) {
    return rows[state - 1];
  }

  @Override
  public String toString() {
    return "Automaton[" + states + " states]";
  }
}
