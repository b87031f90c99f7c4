package org.heed.text;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * How often payloads are hit and states come to in a rulebook's own examples, which are written as
 * reports are.
 */
final class Frequencies {
  private Frequencies() {}

  /** By payload, how often it is hit. */
  static int[] ofPayloads(
      List<String> examples, Alphabet alphabet, Determiniser.Determined of, int payloads) {
    int[] frequencies = new int[payloads];
    Automaton automaton = of.automaton();
    walk(
        examples,
        alphabet,
        automaton,
        state -> {
          int row = automaton.row(state);
          if (row >= 0) {
            for (int payload : of.rows().get(row)) {
              frequencies[payload]++;
            }
          }
        });
    return frequencies;
  }

  /** By state, how often it is come to. */
  static int[] ofStates(List<String> examples, Alphabet alphabet, Automaton automaton) {
    int[] frequencies = new int[automaton.states().length / 2];
    walk(examples, alphabet, automaton, state -> frequencies[state]++);
    return frequencies;
  }

  private static void walk(
      List<String> examples, Alphabet alphabet, Automaton automaton, IntConsumer visit) {
    WordSymbols symbols = new WordSymbols(alphabet);
    FoldedText folded = new FoldedText();
    Words words = new Words();
    for (String example : examples) {
      byte[] text = Utf8.bytes(example);
      folded.set(text, 0, text.length);
      words.set(folded.bytes(), folded.length());
      symbols.set(folded.bytes(), words);
      for (int first = 0; first < words.size(); first++) {
        int state = symbols.begin(automaton, first);
        for (int next = first + 1; state != Automaton.NOWHERE; next++) {
          visit.accept(state);
          state = next < words.size() ? symbols.next(automaton, state, next) : Automaton.NOWHERE;
        }
      }
    }
  }
}
