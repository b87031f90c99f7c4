package org.heed.linkage;

import java.util.List;

/** Family names. */
record FamilyNames(Names names) implements Comparison {
  private static final List<Level> LEVELS =
      List.of(
          new Level("same", true, 0.75),
          new Level("very similar", true, 0.07),
          new Level("similar", true, 0.02),
          new Level("sounds alike", true, 0.01),
          new Level("one within the other", false, 0.02),
          new Level("found elsewhere in the name", false, 0.02),
          new Level("somewhat similar", false, 0.02),
          new Level("different", false, 0.09));

  @Override
  public String name() {
    return Kind.FAMILY_NAME.word();
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
  public int[] terms() {
    return names.family();
  }

  @Override
  public int distinct() {
    return names.values().size();
  }

  @Override
  public String text(int term) {
    return names.values().text(term);
  }

  /** Swapped names are counted with the given name, once. */
  @Override
  public int differing(int x, int y, int a, int b, JaroWinkler jaro) {
    double similarity = jaro.similarity(names.values(), x, y, JaroWinkler.SOMEWHAT);
    if (similarity >= JaroWinkler.SIMILAR) {
      return similarity >= JaroWinkler.VERY ? 1 : 2;
    }
    if (names.sounds().alike(x, y)) {
      return 3;
    }
    if (names.isWithin(x, y)) {
      return 4;
    }
    if (x == names.given()[b] && y == names.given()[a]) {
      return NOTHING;
    }
    if (names.mentions(b, x) || names.mentions(a, y)) {
      return 5;
    }
    return similarity >= JaroWinkler.SOMEWHAT ? 6 : 7;
  }
}
