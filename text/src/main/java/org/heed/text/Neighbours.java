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
    firstSegment = new int[gaps.length + 1];
    for (int phrase = 0; phrase < gaps.length; phrase++) {
      int segments = gaps[phrase].length == 0 ? 0 : gaps[phrase].length + 1;
      firstSegment[phrase + 1] = firstSegment[phrase] + segments;
    }
    int segments = firstSegment[gaps.length];
    earliest = new int[segments];
    latest = new int[segments];
    sketches = new long[segments * LONGS];
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
    for (int phrase = 0; phrase < gaps.length; phrase++) {
      neighbours.place(phrase, gaps[phrase], words);
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
  private void place(int phrase, int[] gaps, int[] words) {
    int first = firstSegment[phrase];
    int at = first + key[phrase];
    for (int segment = at - 1; segment >= first; segment--) {
      earliest[segment] = earliest[segment + 1] - gaps[segment - first] - words[segment + 1];
    }
    for (int segment = at + 1; segment < firstSegment[phrase + 1]; segment++) {
      latest[segment] = latest[segment - 1] + gaps[segment - 1 - first] + words[segment];
    }
  }

  private int segment(int phrase, int ofPhrase) {
    return firstSegment[phrase] + ofPhrase;
  }

  /** Where in sketches a row of the outputs is. */
  static int bit(int row) {
    return (row * 0x9e3779b1) >>> SHIFT;
  }

  /** The first word in which a phrase's first segment can end, given the key's last word. */
  int from(int phrase, int keyEnd) {
    return keyEnd + earliest[firstSegment[phrase]];
  }

  /** The last word in which a phrase's last segment can end. */
  int to(int phrase, int keyEnd) {
    return keyEnd + latest[firstSegment[phrase + 1] - 1];
  }

  /** Whether all other segments of a phrase may end near the place where its key does. */
  boolean mayHold(int phrase, int place, Ends ends) {
    int first = firstSegment[phrase];
    int after = firstSegment[phrase + 1];
    int at = first + key[phrase];
    for (int segment = first; segment < after; segment++) {
      if (segment != at && !ends.meet(sketches, segment * LONGS)) {
        return false;
      }
    }
    for (int segment = first; segment < at; segment++) {
      if (!endsBefore(segment, place, ends)) {
        return false;
      }
    }
    for (int segment = at + 1; segment < after; segment++) {
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
  boolean mayEndAny(int phrase, int bit) {
    for (int segment = firstSegment[phrase]; segment < firstSegment[phrase + 1]; segment++) {
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
