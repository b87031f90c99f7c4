package org.heed.text;

/**
 * What a hit means. Rows hold what ends with a hit's last so many words: the phrases with gaps
 * whose key it may be, the payloads that are whole phrases, and those that are parts of one with
 * gaps, each in order. What one word means is thus one row however the word was come to, and the
 * row for more words goes on with it.
 *
 * @param next by row, the row that it goes on with; -1 for none
 * @param index where each of the three begins in {@code items}, by row; one more entry closes the
 *     last
 */
@SuppressWarnings("ArrayRecordComponent")
record Outputs(int[] next, int[] index, int[] items) {
  /** Phrases with gaps whose key segment, the rarest, ends here. */
  static final int KEYS = 0;

  /** Payloads of phrases without gaps. */
  static final int WHOLES = 1;

  /** Payloads of phrases with gaps. */
  static final int PARTS = 2;

  /** How many kinds of entries there are. */
  static final int KINDS = 3;

  @Override
  public String toString() {
    return "Outputs[" + next.length + " rows, " + items.length + " items]";
  }
}
