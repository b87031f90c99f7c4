package org.heed.linkage;

import org.jspecify.annotations.Nullable;

/**
 * How records are linked.
 *
 * @param threshold the probability from which a pair is listed and two groups are joined; between 0
 *     and 1
 * @param model weights learnt before; null to learn them from these records
 */
public record Settings(double threshold, @Nullable Model model) {
  /**
   * Even odds: what comes out are proposals that a person decides on, so that one missed weighs as
   * much as one made wrongly. It rests on that reckoning and on no set of records.
   */
  public static final double THRESHOLD = 0.5;

  /**
   * Where a link is shown to somebody as very likely: at most one in ten thousand wrong by its own
   * reckoning, so that one in a thousand still holds where families are harder than the records it
   * learnt from.
   */
  public static final double SHIPPING = 0.9999;

  /** How far below the threshold, in bits, a pair is still looked at as part of a group. */
  private static final double LOOK = 2;

  /** How far below it the evidence for a record must fall before it leaves its group, in bits. */
  private static final double BREAK = 6;

  public Settings {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("a threshold lies between 0 and 1, without either");
    }
  }

  /** The usual threshold, and weights learnt from the records. */
  public static Settings usual() {
    return new Settings(THRESHOLD, null);
  }

  /** The weight from which pairs are listed and groups joined. */
  double join() {
    return Weights.of(threshold);
  }

  /** The weight below which a pair is not looked at. */
  double look() {
    return join() - LOOK;
  }

  /** The weight below which a record leaves its group. */
  double leave() {
    return join() - BREAK;
  }
}
