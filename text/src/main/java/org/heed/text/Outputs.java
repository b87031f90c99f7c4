package org.heed.text;

/**
 * What a hit means. Rows hold what ends with a hit's last so many words: the phrases with gaps that
 * it may begin and those that it may end, the payloads that are whole phrases, and those that are
 * parts of one with gaps, each in order. What one word means is thus one row however the word was
 * come to, and the row for more words goes on with it.
 *
 * @param next by row, the row that it goes on with; -1 for none
 * @param index where each of the four begins in {@code items}, by row; one more entry closes the
 *     last
 */
@SuppressWarnings("ArrayRecordComponent")
record Outputs(int[] next, int[] index, int[] items) {
  /** Phrases whose first segment ends here. */
  static final int OPENS = 0;

  /** Phrases whose last segment ends here. */
  static final int CLOSES = 1;

  /** Payloads of phrases without gaps. */
  static final int WHOLES = 2;

  /** Payloads of phrases with gaps. */
  static final int PARTS = 3;

  /** How many kinds of entries there are. */
  static final int KINDS = 4;

  @Override
  public String toString() {
    return "Outputs[" + next.length + " rows, " + items.length + " items]";
  }
}
