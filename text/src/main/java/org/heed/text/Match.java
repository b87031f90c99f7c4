package org.heed.text;

/**
 * A phrase found, by words.
 *
 * @param first the first word
 * @param end after the last word
 * @param core the words of each segment as first and end in turn; gaps lie between
 */
@SuppressWarnings("ArrayRecordComponent")
record Match(int phrase, int owner, int first, int end, int[] core) {

  int length() {
    return end - first;
  }

  /** Whether these words belong to the match itself and not to one of its gaps. */
  boolean holdsInCore(int from, int to) {
    for (int i = 0; i < core.length; i += 2) {
      if (from >= core[i] && to <= core[i + 1]) {
        return true;
      }
    }
    return false;
  }

  boolean overlaps(Match other) {
    return first < other.end && other.first < end;
  }
}
