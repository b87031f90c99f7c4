package org.heed.text;

import java.util.Arrays;

/**
 * Phrases found in a text, by words, in flat arrays that are kept for the next text. A match's own
 * words are those of its segments; gaps lie between.
 */
final class MatchList {
  /** How matches can be put in order. */
  enum Order {
    /** By first word, then end, then owner. */
    PLACE {
      @Override
      boolean before(MatchList of, int a, int b) {
        if (of.first[a] != of.first[b]) {
          return of.first[a] < of.first[b];
        }
        return of.end[a] != of.end[b] ? of.end[a] < of.end[b] : of.owner[a] < of.owner[b];
      }
    },
    /** Longer first, then earlier, then in the rulebook's order. */
    LONGER {
      @Override
      boolean before(MatchList of, int a, int b) {
        int longer = of.length(a) - of.length(b);
        if (longer != 0) {
          return longer > 0;
        }
        return of.first[a] != of.first[b] ? of.first[a] < of.first[b] : of.phrase[a] < of.phrase[b];
      }
    },
    /** By owner, and the longer of each first. */
    OWNER {
      @Override
      boolean before(MatchList of, int a, int b) {
        return of.owner[a] != of.owner[b] ? of.owner[a] < of.owner[b] : LONGER.before(of, a, b);
      }
    };

    abstract boolean before(MatchList of, int a, int b);
  }

  private static final int FEW = 24;

  private int[] phrase = new int[16];
  private int[] owner = new int[16];
  private int[] first = new int[16];
  private int[] end = new int[16];

  /** Where a match's segments begin in {@link #segments}; those of the next match close it. */
  private int[] core = new int[17];

  private int[] segments = new int[32];
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
    begin(ofPhrase, ofOwner);
    addSegment(from, to);
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
      spare = new int[phrase.length];
    }
    for (int from = 0; from < size; from += FEW) {
      insert(by, from, Math.min(size, from + FEW));
    }
    for (int run = FEW; run < size; run *= 2) {
      for (int from = 0; from < size; from += 2 * run) {
        merge(by, from, Math.min(size, from + run), Math.min(size, from + 2 * run));
      }
      int[] merged = spare;
      spare = order;
      order = merged;
    }
    return order;
  }

  private void insert(Order by, int from, int to) {
    for (int i = from; i < to; i++) {
      int at = i;
      while (at > from && by.before(this, i, order[at - 1])) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
  }

  private void merge(Order by, int from, int middle, int to) {
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeRight =
          left == middle || (right < to && by.before(this, order[right], order[left]));
      spare[i] = takeRight ? order[right++] : order[left++];
    }
  }
}
