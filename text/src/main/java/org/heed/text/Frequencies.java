package org.heed.text;

import java.util.List;

/** How often payloads are hit in a rulebook's own examples, which are written as reports are. */
final class Frequencies {
  private Frequencies() {}

  /** By payload, how often it is hit. */
  static int[] in(List<String> examples, Determiniser.Determined of, int payloads) {
    int[] frequencies = new int[payloads];
    Scanner scanner = new Scanner(of.automaton());
    FoldedText folded = new FoldedText();
    Words words = new Words();
    Hits hits = new Hits();
    for (String example : examples) {
      byte[] text = Utf8.bytes(example);
      folded.set(text, 0, text.length);
      words.set(folded.bytes(), folded.length());
      scanner.scan(folded.bytes(), words, hits);
      for (int hit = 0; hit < hits.size(); hit++) {
        for (int payload : of.ends()[hits.row(hit)]) {
          frequencies[payload]++;
        }
      }
    }
    return frequencies;
  }
}
