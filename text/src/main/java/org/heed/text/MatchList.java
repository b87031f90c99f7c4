package org.heed.text;

import java.util.Arrays;

/**
 * Phrases found in a text, by words, in flat arrays that are kept for the next text. A match's own
 * words are those of its segments; gaps lie between.
 */
final class MatchList {
  /** How matches can be put in order; equals in it by the rulebook's order of phrases. */
  enum Order {
    /** By first word, then end, then owner. */
    PLACE,
    /** Longer first, then earlier. */
    LONGER,
    /** By owner, and the longer of each first. */
    OWNER
  }

  private static final int FEW = 24;

  /** Bits of a key that hold a match's length in words, and its first word. */
  private static final int LENGTH_BITS = 12;

  private static final int FIRST_BITS = 31;
  private static final int LONGEST = (1 << LENGTH_BITS) - 1;

  private int[] phrase = new int[16];
  private int[] owner = new int[16];
  private int[] first = new int[16];
  private int[] end = new int[16];

  /** Where a match's segments begin in {@link #segments}; those of the next match close it. */
  private int[] core = new int[17];

  private int[] segments = new int[32];
  private long[] keys = new long[16];
  private int[] order = new int[16];
  private int[] spare = new int[16];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int phrase(int i) {
    return phrase[i];
  }

  int owner(int i) {
    return owner[i];
  }

  /** The first word. */
  int first(int i) {
    return first[i];
  }

  /** After the last word. */
  int end(int i) {
    return end[i];
  }

  int length(int i) {
    return end[i] - first[i];
  }

  /** Where a match's segments begin. */
  int coreFrom(int i) {
    return core[i];
  }

  /** After the match's last segment. */
  int coreTo(int i) {
    return core[i + 1];
  }

  /** The first word of a segment; the number after it is the segment's end. */
  int segment(int at) {
    return segments[at];
  }

  /** Adds a match of one segment. */
  void add(int ofPhrase, int ofOwner, int from, int to) {
    if (size == phrase.length) {
      grow();
    }
    int i = size++;
    int at = core[i];
    if (at + 2 > segments.length) {
      segments = Arrays.copyOf(segments, 2 * segments.length);
    }
    phrase[i] = ofPhrase;
    owner[i] = ofOwner;
    first[i] = from;
    end[i] = to;
    segments[at] = from;
    segments[at + 1] = to;
    core[i + 1] = at + 2;
  }

  /** Adds a match without segments yet. */
  void begin(int ofPhrase, int ofOwner) {
    if (size == phrase.length) {
      grow();
    }
    phrase[size] = ofPhrase;
    owner[size] = ofOwner;
    core[size + 1] = core[size];
    size++;
  }

  /** Adds the next segment to the last match. */
  void addSegment(int from, int to) {
    int last = size - 1;
    int at = core[size];
    if (at + 2 > segments.length) {
      segments = Arrays.copyOf(segments, 2 * segments.length);
    }
    segments[at] = from;
    segments[at + 1] = to;
    first[last] = at == core[last] ? from : first[last];
    end[last] = to;
    core[size] = at + 2;
  }

  /** Adds a match of another list. */
  void add(MatchList of, int i) {
    begin(of.phrase[i], of.owner[i]);
    for (int at = of.core[i]; at < of.core[i + 1]; at += 2) {
      addSegment(of.segments[at], of.segments[at + 1]);
    }
  }

  private void grow() {
    int more = 2 * size;
    phrase = Arrays.copyOf(phrase, more);
    owner = Arrays.copyOf(owner, more);
    first = Arrays.copyOf(first, more);
    end = Arrays.copyOf(end, more);
    core = Arrays.copyOf(core, more + 1);
  }

  /** How many matches begin before a word; for a list in order of place. */
  int before(int word) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (first[middle] < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The matches' numbers in order; equals stay as they are. Good until the next call. */
  int[] sorted(Order by) {
    if (order.length < size) {
      order = new int[phrase.length];
    }
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    sort(order, 0, size, by);
    return order;
  }

  /** Puts some of the matches, given by number, in order; equals stay as they are. */
  void sort(int[] numbers, int from, int to, Order by) {
    if (keys.length < size) {
      keys = new long[phrase.length];
      spare = new int[phrase.length];
    }
    for (int i = from; i < to; i++) {
      keys[numbers[i]] = key(by, numbers[i]);
    }
    for (int run = from; run < to; run += FEW) {
      insert(numbers, run, Math.min(to, run + FEW));
    }
    for (int run = FEW; run < to - from; run *= 2) {
      for (int at = from; at < to; at += 2 * run) {
        merge(numbers, at, Math.min(to, at + run), Math.min(to, at + 2 * run));
      }
    }
  }

  /** Where in order of place a group ends that no match outside overlaps. */
  int groupEnd(int[] numbers, int from) {
    int words = end[numbers[from]];
    int to = from + 1;
    while (to < size && first[numbers[to]] < words) {
      words = Math.max(words, end[numbers[to]]);
      to++;
    }
    return to;
  }

  private long key(Order by, int i) {
    long length = Math.min(length(i), LONGEST);
    return switch (by) {
      case PLACE -> ((long) first[i] << LENGTH_BITS | length) << 20 | owner[i];
      case LONGER -> (LONGEST - length) << FIRST_BITS | first[i];
      case OWNER ->
          (long) owner[i] << (LENGTH_BITS + FIRST_BITS)
              | (LONGEST - length) << FIRST_BITS
              | first[i];
    };
  }

  private boolean before(int a, int b) {
    return keys[a] != keys[b] ? keys[a] < keys[b] : phrase[a] < phrase[b];
  }

  private void insert(int[] numbers, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int number = numbers[i];
      int at = i;
      while (at > from && before(number, numbers[at - 1])) {
        numbers[at] = numbers[at - 1];
        at--;
      }
      numbers[at] = number;
    }
  }

  private void merge(int[] numbers, int from, int middle, int to) {
    if (middle == to || !before(numbers[middle], numbers[middle - 1])) {
      return;
    }
    System.arraycopy(numbers, from, spare, from, middle - from);
    int left = from;
    int right = middle;
    for (int i = from; left < middle; i++) {
      boolean takeRight = right < to && before(numbers[right], spare[left]);
      numbers[i] = takeRight ? numbers[right++] : spare[left++];
    }
  }
}
