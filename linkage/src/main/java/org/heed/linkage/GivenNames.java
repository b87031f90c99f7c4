package org.heed.linkage;

import java.util.List;

/** Given names. */
record GivenNames(Names names) implements Comparison {
  private static final List<Level> LEVELS =
      List.of(
          new Level("same", true, 0.7),
          new Level("short or pet form", true, 0.06),
          new Level("very similar", true, 0.05),
          new Level("similar", true, 0.02),
          new Level("sounds alike", true, 0.01),
          new Level("initial", false, 0.02),
          new Level("one within the other", false, 0.02),
          new Level("swapped with the family name", false, 0.01),
          new Level("found elsewhere in the name", false, 0.02),
          new Level("somewhat similar", false, 0.02),
          new Level("different", false, 0.07));

  @Override
  public String name() {
    return Kind.GIVEN_NAME.word();
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
    return names.given();
  }

  @Override
  public int distinct() {
    return names.values().size();
  }

  @Override
  public String text(int term) {
    return names.values().text(term);
  }

  @Override
  public int differing(int x, int y, int a, int b, JaroWinkler jaro) {
    if (names.isNickname(x, y)) {
      return 1;
    }
    double similarity = jaro.similarity(names.values(), x, y, JaroWinkler.SOMEWHAT);
    if (similarity >= JaroWinkler.SIMILAR) {
      return similarity >= JaroWinkler.VERY ? 2 : 3;
    }
    if (names.sounds().alike(x, y)) {
      return 4;
    }
    if (names.isInitial(x, y)) {
      return 5;
    }
    if (names.isWithin(x, y)) {
      return 6;
    }
    if (x == names.family()[b] && y == names.family()[a]) {
      return 7;
    }
    if (names.mentions(b, x) || names.mentions(a, y)) {
      return 8;
    }
    return similarity >= JaroWinkler.SOMEWHAT ? 9 : 10;
  }
}
