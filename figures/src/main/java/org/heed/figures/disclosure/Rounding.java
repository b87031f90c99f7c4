package org.heed.figures.disclosure;

import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;

/**
 * Rounding each count by itself to a multiple of a base, the nearest, the even multiple where two
 * are as near. Totals are rounded by themselves too and need not be the sum of what is shown.
 *
 * @param base what to round to, at least 2
 */
public record Rounding(int base) {
  public Rounding {
    RefusedInput.unless(base >= 2, "base", "must be at least 2");
  }

  /** The count as published. */
  public long published(long count) {
    RefusedInput.unless(count >= 0, "count", "is below zero");
    long below = count / base;
    long twice = 2 * (count % base);
    boolean up = twice > base || (twice == base && below % 2 == 1);
    return (below + (up ? 1 : 0)) * base;
  }

  /** Every count that would be published so: the range of what it hides. */
  public Interval range(long published) {
    RefusedInput.unless(
        published >= 0 && published % base == 0, "published", "is no multiple of " + base);
    long least = published;
    while (least > 0 && published(least - 1) == published) {
      least--;
    }
    long most = published;
    while (published(most + 1) == published) {
      most++;
    }
    return new Interval(least, most, 1);
  }
}
