package org.heed.text;

/**
 * Goes through an automaton from each of a text's words on: all of them by their first word, then
 * those that go on by their second, and so forth, so that no step waits for another and none hangs
 * on a guess. Kept for one text after another.
 */
final class Scanner {
  private final Automaton automaton;

  /** Where phrases stand that may go on, and the first word of each. */
  private int[] states = new int[256];

  private int[] firsts = new int[256];

  Scanner(Automaton automaton) {
    this.automaton = automaton;
  }

  /** Keeps all that words from one to another mean. */
  void scan(WordSymbols symbols, Words words, Hits hits) {
    hits.clear();
    int size = words.size();
    if (states.length < size) {
      states = new int[Math.max(size, 2 * states.length)];
      firsts = new int[states.length];
    }
    int standing = begin(size, symbols, hits);
    for (int further = 1; standing > 0; further++) {
      standing = goOn(standing, further, symbols, hits);
    }
  }

  /** Stands behind each word. */
  private int begin(int size, WordSymbols symbols, Hits hits) {
    hits.makeRoom(size);
    int standing = 0;
    for (int w = 0; w < size; w++) {
      int state = symbols.begin(automaton, w);
      hits.addIfAny(automaton.row(state), w, 0);
      states[standing] = state;
      firsts[standing] = w;
      standing += automaton.mayGoOn(state, symbols.following(w + 1));
    }
    return standing;
  }

  /** Goes on by one word. */
  private int goOn(int from, int further, WordSymbols symbols, Hits hits) {
    hits.makeRoom(from);
    int standing = 0;
    for (int i = 0; i < from; i++) {
      int first = firsts[i];
      int state = symbols.next(automaton, states[i], first + further);
      hits.addIfAny(automaton.row(state), first, further);
      states[standing] = state;
      firsts[standing] = first;
      standing += automaton.mayGoOn(state, symbols.following(first + further + 1));
    }
    return standing;
  }
}
