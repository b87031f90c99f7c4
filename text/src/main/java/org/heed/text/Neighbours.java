package org.heed.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells for phrases with gaps whether a place where the key segment was found is worth a closer
 * look: near it there must be ends of all other segments. By which symbols a segment ends is known
 * by a sketch in the manner of Bloom (1970), which is small and sometimes says yes too often.
 */
final class Neighbours {
  private static final int LONGS = 8;
  private static final int PLAN = 2;
  private static final int SHIFT = Integer.numberOfLeadingZeros(LONGS * Long.SIZE - 1);

  /**
   * By phrase, its first segment among those of all phrases with gaps; one more closes the last.
   */
  private final int[] firstSegment;

  /** By phrase, which of its segments is the key, among all segments. */
  private final int[] key;

  /** By segment, its phrase. */
  private final int[] phrase;

  /** By segment, the most words it has. */
  private final int[] words;

  /**
   * By segment before the key, where its last word can be at the earliest, from the key's first.
   */
  private final int[] earliest;

  /** By segment behind the key, where its last word can be at the latest, from the key's last. */
  private final int[] latest;

  /**
   * By segment two numbers: how far from the key it can end, before it if negative; and where its
   * sketch begins.
   */
  private final int[] plan;

  /** The symbols by which segments end, {@value #LONGS} numbers each. */
  private final long[] sketches;

  /**
   * Prepares for a rulebook's phrases.
   *
   * @param gaps by phrase
   * @param keys by phrase, which segment is looked for first
   * @param symbols how many there are
   */
  Neighbours(int[][] gaps, int[] keys, Parts parts, int symbols) {
    int[] payloadSegment = parts.payloadSegment();
    firstSegment = firstSegments(gaps);
    int segments = firstSegment[gaps.length];
    key = new int[gaps.length];
    phrase = new int[segments];
    words = new int[segments];
    earliest = new int[segments];
    latest = new int[segments];
    for (int payload = 0; payload < payloadSegment.length; payload++) {
      int segment = payloadSegment[payload];
      if (segment >= 0) {
        words[segment] = Math.max(words[segment], parts.payloadWords()[payload]);
      }
    }
    for (int number = 0; number < gaps.length; number++) {
      key[number] = firstSegment[number] + keys[number];
      place(number, gaps[number]);
    }
    long[][] bySegment = new long[segments][LONGS];
    parts.forEachEnd(
        symbols,
        (symbol, payload) -> {
          int bit = bit(symbol);
          bySegment[payloadSegment[payload]][bit >> 6] |= 1L << bit;
        });
    int[] sketch = new int[segments];
    sketches = shared(bySegment, sketch);
    plan = new int[PLAN * segments];
    for (int segment = 0; segment < segments; segment++) {
      boolean before = segment < key[phrase[segment]];
      plan[PLAN * segment] = before ? earliest[segment] : latest[segment];
      plan[PLAN * segment + 1] = sketch[segment];
    }
  }

  /** Puts sketches one behind the other, each once. */
  private static long[] shared(long[][] sketches, int[] places) {
    Map<LongsKey, Integer> known = new HashMap<>();
    long[] all = new long[sketches.length * LONGS];
    for (int i = 0; i < sketches.length; i++) {
      int next = known.size() * LONGS;
      Integer place = known.putIfAbsent(new LongsKey(sketches[i]), next);
      places[i] = place == null ? next : place;
      System.arraycopy(sketches[i], 0, all, places[i], LONGS);
    }
    return Arrays.copyOf(all, known.size() * LONGS);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record LongsKey(long[] longs) {
    @Override
    public boolean equals(Object other) {
      return other instanceof LongsKey key && Arrays.equals(longs, key.longs);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(longs);
    }
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

  /** Works out where a phrase's segments can end, from the most words of each. */
  private void place(int number, int[] gaps) {
    int first = firstSegment[number];
    int to = firstSegment[number + 1];
    Arrays.fill(phrase, first, to, number);
    for (int segment = key[number] - 1; segment >= first; segment--) {
      boolean nextToKey = segment + 1 == key[number];
      earliest[segment] =
          (nextToKey ? -1 : earliest[segment + 1] - words[segment + 1]) - gaps[segment - first];
    }
    for (int segment = key[number] + 1; segment < to; segment++) {
      latest[segment] = latest[segment - 1] + gaps[segment - 1 - first] + words[segment];
    }
  }

  /** How far from the key a segment can end, before it if negative. */
  int reach(int segment) {
    return plan[PLAN * segment];
  }

  /** Where a segment's sketch begins. */
  int sketch(int segment) {
    return plan[PLAN * segment + 1];
  }

  /** All sketches, not to be changed. */
  long[] sketches() {
    return sketches;
  }

  /** Where in sketches a symbol is. */
  static int bit(int symbol) {
    return (symbol * 0x9e3779b1) >>> SHIFT;
  }

  /** The phrase that a segment is of. */
  int phrase(int segment) {
    return phrase[segment];
  }

  /** The first of a phrase's segments. */
  int firstSegment(int number) {
    return firstSegment[number];
  }

  /** The first word that a phrase can have, given its key's first. */
  int reachFrom(int number, int keyFirst) {
    int first = firstSegment[number];
    return first == key[number] ? keyFirst : keyFirst + earliest[first] - words[first] + 1;
  }

  /** The last word that a phrase can have, given its key's last. */
  int reachTo(int number, int keyLast) {
    return keyLast + latest[firstSegment[number + 1] - 1];
  }

  /** The first word that a segment can end with, given the first of its phrase's keys. */
  int endsFrom(int segment, int keyFirst) {
    return segment < key[phrase[segment]] ? keyFirst + earliest[segment] : keyFirst;
  }

  /** The last word that a segment can end with, given the last of its phrase's keys. */
  int endsTo(int segment, int keyLast) {
    return segment < key[phrase[segment]] ? keyLast - 1 : keyLast + latest[segment];
  }

  /** Whether all segments of a phrase but its key may end near the key. */
  boolean mayHold(
      int number, int keyFirst, int keyLast, int sentenceFrom, int sentenceTo, WordSymbols of) {
    for (int segment = firstSegment[number]; segment < firstSegment[number + 1]; segment++) {
      if (segment != key[number]
          && mayEndNear(segment, keyFirst, keyLast, sentenceFrom, sentenceTo, of) == 0) {
        return false;
      }
    }
    return true;
  }

  /** One if a segment may end near its phrase's key, within a sentence, or else zero. */
  int mayEndNear(
      int segment, int keyFirst, int keyLast, int sentenceFrom, int sentenceTo, WordSymbols of) {
    int reach = plan[PLAN * segment];
    int at = plan[PLAN * segment + 1];
    int from = reach < 0 ? Math.max(sentenceFrom, keyFirst + reach) : keyLast + 1;
    int to = reach < 0 ? keyFirst - 1 : Math.min(sentenceTo - 1, keyLast + reach);
    // Four at a time without a branch: most segments can end in no more places.
    int none = (to - from) >>> (Integer.SIZE - 1);
    int last = Math.max(to, 0);
    long may =
        has(at, of.bit(Math.min(from, last)))
            | has(at, of.bit(Math.min(from + 1, last)))
            | has(at, of.bit(Math.min(from + 2, last)))
            | has(at, of.bit(Math.min(from + 3, last)));
    for (int w = from + 4; w <= to; w++) {
      may |= has(at, of.bit(w));
    }
    return (int) may & ~none & 1;
  }

  private long has(int at, int bit) {
    return sketches[at + (bit >> 6)] >>> bit;
  }

  /** Whether a segment may end with a word. */
  boolean mayEnd(int segment, int word, WordSymbols of) {
    int bit = of.bit(word);
    return (sketches[plan[PLAN * segment + 1] + (bit >> 6)] >>> bit & 1) != 0;
  }

  @Override
  public String toString() {
    return "Neighbours[" + phrase.length + " segments]";
  }
}
