package org.heed.text;

import java.util.Set;
import org.heed.rulebook.Folding;

/** Words whose full stop does not end a sentence. */
final class Abbreviations {
  private static final int LONGEST = 6;
  private static final Set<String> ALL =
      Set.of(
          "mr", "mrs", "ms", "dr", "st", "prof", "sgt", "insp", "supt", "det", "vs", "eg", "ie",
          "cf", "approx", "dept", "ref", "tel", "ave", "rd", "jr", "sr", "hrs");

  private Abbreviations() {}

  static boolean contain(byte[] folded, int from, int to) {
    if (to - from > LONGEST) {
      return false;
    }
    StringBuilder word = new StringBuilder(LONGEST);
    for (int i = from; i < to; i++) {
      word.append((char) (Folding.lower(folded[i]) & 0xff));
    }
    return ALL.contains(word.toString());
  }
}
