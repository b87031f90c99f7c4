package org.heed.linkage;

import java.util.List;

/** Numbers that are given to one person, or few: a national identifier, a telephone. */
final class Identifiers implements Comparison {

  private static final List<Level> LEVELS =
      List.of(
          new Level("same", true, 0.8),
          new Level("one character", false, 0.08),
          new Level("different", false, 0.12));
  private static final List<Level> PHONE_LEVELS =
      List.of(
          new Level("same", true, 0.7),
          new Level("last six digits", false, 0.08),
          new Level("one character", false, 0.07),
          new Level("different", false, 0.15));
  private static final int LAST = 6;

  private final String name;
  private final Values values;
  private final int[] terms;
  private final boolean isPhone;

  Identifiers(String name, Values values, int[] terms, boolean isPhone) {
    this.name = name;
    this.values = values;
    this.terms = terms;
    this.isPhone = isPhone;
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

  boolean isPhone() {
    return isPhone;
  }

  @Override
  public int distinct() {
    return values.size();
  }

  @Override
  public boolean isOwn() {
    return !isPhone;
  }

  @Override
  public List<Level> levels() {
    return isPhone ? PHONE_LEVELS : LEVELS;
  }

  @Override
  public String text(int term) {
    return values.text(term);
  }

  @Override
  public int differing(int x, int y, int a, int b, JaroWinkler jaro) {
    int next = 1;
    if (isPhone) {
      if (sameEnd(x, y)) {
        return next;
      }
      next++;
    }
    return Edits.isOne(values, x, y) ? next : next + 1;
  }

  private boolean sameEnd(int x, int y) {
    int m = values.length(x);
    int n = values.length(y);
    if (m < LAST || n < LAST) {
      return false;
    }
    byte[] letters = values.letters();
    for (int i = 1; i <= LAST; i++) {
      if (letters[values.start(x) + m - i] != letters[values.start(y) + n - i]) {
        return false;
      }
    }
    return true;
  }
}
