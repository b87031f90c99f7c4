package org.heed.linkage;

import java.util.Arrays;

/** The words of texts, as sorted codes side by side. */
final class Words {
  private final int[] codes;
  private final int[] starts;

  private Words(int[] codes, int[] starts) {
    this.codes = codes;
    this.starts = starts;
  }

  /** The words of all texts, coded by {@code into}. */
  static Words of(Values texts, Values.Builder into) {
    int[] codes = new int[texts.size() * 2 + 16];
    int[] starts = new int[texts.size() + 1];
    for (int text = 0; text < texts.size(); text++) {
      int[] distinct =
          Arrays.stream(texts.text(text).split(" "))
              .mapToInt(into::code)
              .sorted()
              .distinct()
              .toArray();
      int start = starts[text];
      if (start + distinct.length > codes.length) {
        codes = Arrays.copyOf(codes, codes.length * 2 + distinct.length);
      }
      System.arraycopy(distinct, 0, codes, start, distinct.length);
      starts[text + 1] = start + distinct.length;
    }
    return new Words(codes, starts);
  }

  int count(int text) {
    return starts[text + 1] - starts[text];
  }

  /** The word at a place of a text. */
  int word(int text, int place) {
    return codes[starts[text] + place];
  }

  /** How many words two texts have in common. */
  int shared(int x, int y) {
    int i = starts[x];
    int j = starts[y];
    int shared = 0;
    while (i < starts[x + 1] && j < starts[y + 1]) {
      int step = Integer.compare(codes[i], codes[j]);
      if (step == 0) {
        shared++;
      }
      i += step <= 0 ? 1 : 0;
      j += step >= 0 ? 1 : 0;
    }
    return shared;
  }

  boolean has(int text, int word) {
    for (int i = starts[text]; i < starts[text + 1]; i++) {
      if (codes[i] == word) {
        return true;
      }
    }
    return false;
  }
}
