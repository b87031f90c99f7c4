package org.heed.linkage;

import java.util.List;

/** A text of some words, such as a street or a place: the same, similar, sharing words or not. */
final class TextColumn implements Comparison {

  private static final List<Level> LEVELS =
      List.of(
          new Level("same", true, 0.7),
          new Level("very similar", true, 0.1),
          new Level("similar, or one within the other", true, 0.05),
          new Level("sharing a word or somewhat similar", false, 0.05),
          new Level("different", false, 0.1));

  private final String name;
  private final Values values;
  private final int[] terms;
  private final Words words;

  TextColumn(String name, Values values, int[] terms, Words words) {
    this.name = name;
    this.values = values;
    this.terms = terms;
    this.words = words;
  }

  @Override
  public String name() {
    return name;
  }

  Values values() {
    return values;
  }

  @Override
  public int[] terms() {
    return terms;
  }

  Words words() {
    return words;
  }

  @Override
  public int distinct() {
    return values.size();
  }

  @Override
  public boolean isOwn() {
    return false;
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public String text(int term) {
    return values.text(term);
  }

  @Override
  public int differing(int x, int y, int a, int b, JaroWinkler jaro) {
    double similarity = jaro.similarity(values, x, y, JaroWinkler.SOMEWHAT);
    if (similarity >= JaroWinkler.VERY) {
      return 1;
    }
    if (similarity >= JaroWinkler.SIMILAR) {
      return 2;
    }
    int shared = words.shared(x, y);
    if (shared > 0 && shared == Math.min(words.count(x), words.count(y))) {
      return 2;
    }
    return shared > 0 || similarity >= JaroWinkler.SOMEWHAT ? 3 : 4;
  }
}
