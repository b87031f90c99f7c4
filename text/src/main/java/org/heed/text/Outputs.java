package org.heed.text;

/**
 * What a hit means. Rows hold what ends with a hit: what to look for where it is the key of a
 * phrase with gaps, the payloads that are whole phrases, and those that are parts of one with gaps,
 * each in order.
 *
 * @param index where each of the three begins in {@code items}, by row; one more entry closes the
 *     last
 */
@SuppressWarnings("ArrayRecordComponent")
record Outputs(int[] index, int[] items) {
  /** Of phrases with gaps whose key segment, the rarest, ends here: the rarest of the others. */
  static final int KEYS = 0;

  /** Payloads of phrases without gaps. */
  static final int WHOLES = 1;

  /** Payloads of phrases with gaps. */
  static final int PARTS = 2;

  /** How many kinds of entries there are. */
  static final int KINDS = 3;

  int rows() {
    return index.length / KINDS;
  }

  @Override
  public String toString() {
    return "Outputs[" + rows() + " rows, " + items.length + " items]";
  }
}
