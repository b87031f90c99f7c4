package org.heed.linkage;

import java.util.List;

/** The same value or another one. */
final class Exact implements Comparison {

  private static final List<Level> LEVELS =
      List.of(new Level("same", true, 0.85), new Level("different", false, 0.15));

  private final String name;
  private final int[] terms;
  private final Values values;

  Exact(String name, int[] terms, Values values) {
    this.name = name;
    this.terms = terms;
    this.values = values;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int[] terms() {
    return terms;
  }

  @Override
  public int distinct() {
    return values.size();
  }

  @Override
  public String text(int term) {
    return values.text(term);
  }

  @Override
  public boolean isOwn() {
    return name.equals(Kind.SEX.word());
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public int differing(int x, int y, int a, int b, JaroWinkler jaro) {
    return 1;
  }
}
