package org.heed.text;

import java.util.Arrays;

/**
 * Tells for phrases with gaps whether a place where the key segment ends is worth a closer look: in
 * its sentence and near it there must be ends of all other segments. Where a segment ends is known
 * by a sketch in the manner of Bloom (1970), which is small and sometimes says yes too often.
 */
final class Neighbours {
  static final int LONGS = 8;
  private static final int SHIFT = Integer.numberOfLeadingZeros(LONGS * Long.SIZE - 1);

  /**
   * By phrase, its first segment among those of all phrases with gaps; one more closes the last.
   */
  private final int[] firstSegment;

  /** By phrase, which of its segments is the key. */
  private final int[] key;

  /** By segment, its phrase. */
  private final int[] phrase;

  /**
   * By segment before the key, where its last word can be at the earliest, counted from the key's.
   */
  private final int[] earliest;

  /** By segment behind the key, where its last word can be at the latest. */
  private final int[] latest;

  /** By segment, the rows in which it ends, {@value #LONGS} numbers each. */
  private final long[] sketches;

  private Neighbours(int[][] gaps, int[] key) {
    this.key = key;
    firstSegment = firstSegments(gaps);
    int segments = firstSegment[gaps.length];
    phrase = new int[segments];
    earliest = new int[segments];
    latest = new int[segments];
    sketches = new long[segments * LONGS];
  }

  /**
   * Numbers the segments of all phrases with gaps: by phrase, its first; one more closes the last.
   */
  static int[] firstSegments(int[][] gaps) {
    int[] first = new int[gaps.length + 1];
    for (int i = 0; i < gaps.length; i++) {
      first[i + 1] = first[i] + (gaps[i].length == 0 ? 0 : gaps[i].length + 1);
    }
    return first;
  }

  /**
   * Prepares for a rulebook's phrases.
   *
   * @param gaps by phrase
   * @param key by phrase, which segment is looked at first
   */
  static Neighbours of(
      int[][] gaps,
      int[] key,
      int[] payloadPhrase,
      int[] payloadSegment,
      int[] payloadWords,
      Outputs outputs) {
    Neighbours neighbours = new Neighbours(gaps, key);
    int[] words = new int[neighbours.earliest.length];
    for (int payload = 0; payload < payloadPhrase.length; payload++) {
      if (gaps[payloadPhrase[payload]].length > 0) {
        int segment = neighbours.segment(payloadPhrase[payload], payloadSegment[payload]);
        words[segment] = Math.max(words[segment], payloadWords[payload]);
      }
    }
    for (int number = 0; number < gaps.length; number++) {
      neighbours.place(number, gaps[number], words);
    }
    for (int row = 0; row < outputs.rows(); row++) {
      int at = row * Outputs.KINDS;
      for (int i = outputs.index()[at + Outputs.PARTS];
          i < outputs.index()[at + Outputs.KINDS];
          i++) {
        int payload = outputs.items()[i];
        int bit = bit(row);
        int segment = neighbours.segment(payloadPhrase[payload], payloadSegment[payload]);
        neighbours.sketches[segment * LONGS + (bit >> 6)] |= 1L << bit;
      }
    }
    return neighbours;
  }

  /** Works out where a phrase's segments can end, from the most words of each. */
  private void place(int number, int[] gaps, int[] words) {
    int first = firstSegment[number];
    int at = first + key[number];
    Arrays.fill(phrase, first, firstSegment[number + 1], number);
    for (int segment = at - 1; segment >= first; segment--) {
      earliest[segment] = earliest[segment + 1] - gaps[segment - first] - words[segment + 1];
    }
    for (int segment = at + 1; segment < firstSegment[number + 1]; segment++) {
      latest[segment] = latest[segment - 1] + gaps[segment - 1 - first] + words[segment];
    }
  }

  private int segment(int number, int ofPhrase) {
    return firstSegment[number] + ofPhrase;
  }

  /** Where in sketches a row of the outputs is. */
  static int bit(int row) {
    return (row * 0x9e3779b1) >>> SHIFT;
  }

  /** The first word in which a phrase's first segment can end, given the key's last word. */
  int from(int number, int keyEnd) {
    return keyEnd + earliest[firstSegment[number]];
  }

  /** The last word in which a phrase's last segment can end. */
  int to(int number, int keyEnd) {
    return keyEnd + latest[firstSegment[number + 1] - 1];
  }

  /** The phrase that a segment is of. */
  int phrase(int segment) {
    return phrase[segment];
  }

  /**
   * Whether all other segments of a phrase may end near the place where its key does.
   *
   * @param rarest of the others, which is looked for first
   */
  boolean mayHold(int rarest, int place, Ends ends) {
    return ends.meet(sketches, rarest * LONGS) && mayHoldAll(phrase[rarest], place, ends);
  }

  private boolean mayHoldAll(int number, int place, Ends ends) {
    int at = firstSegment[number] + key[number];
    for (int segment = firstSegment[number]; segment < at; segment++) {
      if (!endsBefore(segment, place, ends)) {
        return false;
      }
    }
    for (int segment = at + 1; segment < firstSegment[number + 1]; segment++) {
      if (!endsBehind(segment, place, ends)) {
        return false;
      }
    }
    return true;
  }

  private boolean endsBefore(int segment, int place, Ends ends) {
    int from = ends.word(place) + earliest[segment];
    for (int i = place - 1; i >= 0 && ends.word(i) >= from; i--) {
      if (mayEnd(segment, ends.bit(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean endsBehind(int segment, int place, Ends ends) {
    int to = ends.word(place) + latest[segment];
    for (int i = place + 1; i < ends.size() && ends.word(i) <= to; i++) {
      if (mayEnd(segment, ends.bit(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean mayEnd(int segment, int bit) {
    return (sketches[segment * LONGS + (bit >> 6)] >>> bit & 1) != 0;
  }

  /** Whether any segment of a phrase may end in the row that this bit stands for. */
  boolean mayEndAny(int number, int bit) {
    for (int segment = firstSegment[number]; segment < firstSegment[number + 1]; segment++) {
      if (mayEnd(segment, bit)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "Neighbours[" + Arrays.stream(firstSegment).max().orElse(0) + " segments]";
  }
}
