package org.heed.text;

/**
 * Tells in a few instructions and without a branch whether the rarest other segment of a phrase may
 * end near where the phrase's key was found. It looks beyond the ends of sentences, so what it lets
 * through is looked at again.
 */
final class Glance {
  /** How many words it looks at on one side of a key. */
  static final int LANES = 8;

  private static final int SKETCH_AT = LANES + 1;
  private static final int FAR = 1 << LANES;

  /** So many numbers of sketches can be told apart in a plan. */
  private static final int MOST = 1 << (Integer.SIZE - SKETCH_AT);

  /** By place among the keys of all rows, the segment. */
  private final int[] segments;

  /**
   * By place among the keys of all rows: where the segment's sketch begins, whether it can end
   * farther off than is looked at, and a bit for each word at which it can end.
   */
  private final int[] plans;

  /** By place among the keys of all rows, all ones if the segment comes before its key, or zero. */
  private final int[] before;

  private final long[] sketches;

  /**
   * Prepares for the keys of phrases.
   *
   * @param keys rows of the rarest other segments of phrases
   * @throws RulebookTooLargeException if phrases with gaps end in too many different ways
   */
  Glance(Rows keys, Neighbours neighbours) {
    segments = keys.items();
    sketches = neighbours.sketches();
    if (sketches.length > MOST) {
      throw new RulebookTooLargeException(
          "the phrases with gaps need "
              + sketches.length
              + " numbers to tell what their parts end with, and at most "
              + MOST
              + " fit");
    }
    plans = new int[segments.length];
    before = new int[segments.length];
    for (int at = 0; at < segments.length; at++) {
      int reach = neighbours.reach(segments[at]);
      int near = Math.min(Math.abs(reach), LANES);
      int lanes = (1 << near) - 1;
      plans[at] =
          neighbours.sketch(segments[at]) << SKETCH_AT
              | (near < Math.abs(reach) ? FAR : 0)
              | (reach < 0 ? lanes << (LANES - near) : lanes);
      before[at] = reach < 0 ? -1 : 0;
    }
  }

  /** The rarest other segment of the phrase whose key has a place among the keys of all rows. */
  int segment(int at) {
    return segments[at];
  }

  /** Whether the segment can end farther off than is looked at. */
  boolean reachesFar(int at) {
    return (plans[at] & FAR) != 0;
  }

  /** One if the segment may end near the words from one to another, which are a key, or zero. */
  int mayEndNear(int at, int first, int last, WordSymbols of) {
    int[] bits = of.bits();
    int plan = plans[at];
    int sketch = plan >>> SKETCH_AT;
    int from = WordSymbols.MARGIN + ((before[at] & (first - LANES)) | (~before[at] & (last + 1)));
    long may =
        (has(sketch, bits[from]) & plan)
            | (has(sketch, bits[from + 1]) & (plan >>> 1))
            | (has(sketch, bits[from + 2]) & (plan >>> 2))
            | (has(sketch, bits[from + 3]) & (plan >>> 3))
            | (has(sketch, bits[from + 4]) & (plan >>> 4))
            | (has(sketch, bits[from + 5]) & (plan >>> 5))
            | (has(sketch, bits[from + 6]) & (plan >>> 6))
            | (has(sketch, bits[from + 7]) & (plan >>> 7));
    return (int) may & 1;
  }

  private long has(int sketch, int bit) {
    return sketches[sketch + (bit >> 6)] >>> bit;
  }

  @Override
  public String toString() {
    return "Glance[" + segments.length + " keys]";
  }
}
