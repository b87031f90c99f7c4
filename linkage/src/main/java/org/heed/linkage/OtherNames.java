package org.heed.linkage;

import java.util.List;

/** The words of a full name between given and family name: middle names, titles. */
record OtherNames(Names names) implements Comparison {
  private static final List<Level> LEVELS =
      List.of(
          new Level("same", true, 0.5),
          new Level("one within the other", false, 0.2),
          new Level("sharing a word", false, 0.1),
          new Level("same initial", false, 0.05),
          new Level("different", false, 0.15));

  @Override
  public String name() {
    return "other_names";
  }

  @Override
  public boolean isOwn() {
    return true;
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public int[] terms() {
    return names.others();
  }

  @Override
  public int distinct() {
    return names.otherTexts().size();
  }

  @Override
  public String text(int term) {
    return names.otherTexts().text(term);
  }

  @Override
  public int differing(int x, int y, int a, int b, JaroWinkler jaro) {
    Words words = names.otherWords();
    int shared = words.shared(x, y);
    if (shared > 0) {
      return shared == Math.min(words.count(x), words.count(y)) ? 1 : 2;
    }
    return sameInitial(words, x, y) ? 3 : 4;
  }

  private boolean sameInitial(Words words, int x, int y) {
    for (int i = 0; i < words.count(x); i++) {
      for (int j = 0; j < words.count(y); j++) {
        if (names.isInitial(words.word(x, i), words.word(y, j))) {
          return true;
        }
      }
    }
    return false;
  }
}
