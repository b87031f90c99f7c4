package org.heed.text;

import java.util.List;

/** How often payloads are hit in a rulebook's own examples, which are written as reports are. */
final class Frequencies {
  private final Determiniser.Determined automaton;
  private final FoldedText folded = new FoldedText();
  private final int[] hits;

  private Frequencies(Determiniser.Determined automaton, int payloads) {
    this.automaton = automaton;
    hits = new int[payloads];
  }

  /** By payload, how often it is hit. */
  static int[] in(List<String> examples, Determiniser.Determined automaton, int payloads) {
    Frequencies frequencies = new Frequencies(automaton, payloads);
    examples.forEach(frequencies::count);
    return frequencies.hits;
  }

  private void count(String example) {
    byte[] text = Utf8.bytes(example);
    folded.set(text, 0, text.length);
    int state = automaton.boundary();
    for (int i = 0; i < folded.length(); i++) {
      int c = Classes.OF[folded.bytes()[i] & 0xff];
      boolean ends = i > 0 && c < Classes.OTHER_LETTER && Classes.isWord(folded.bytes()[i - 1]);
      if (ends) {
        count(state);
      }
      state = automaton.next(state, c);
    }
    count(state);
  }

  private void count(int state) {
    for (int payload : automaton.ends()[state]) {
      hits[payload]++;
    }
  }
}
