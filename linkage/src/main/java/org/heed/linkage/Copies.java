package org.heed.linkage;

import java.util.Arrays;
import java.util.List;

/**
 * Records that are equal in all that they are compared by. The first of them stands for all where
 * pairs are looked for and weighed, since each weighs the same with anybody: so it is of no matter
 * how often something was written down, or where in a file. Frozen.
 */
final class Copies {
  /** So many equal records teach and speak in a cluster; further ones say nothing new. */
  static final int HEARD = 60;

  /**
   * Of more equal records than these not every two are listed as a pair, but each with the first:
   * the list would grow with their square.
   */
  private static final int LISTED = 1_000;

  private static final int NOBODY = -1;

  private final int firsts;
  private final int[] first;
  private final int[] next;
  private final int[] count;
  private final int[] ofFirstFile;
  private final int[] representatives;

  private Copies(int[] first, int firsts) {
    int size = first.length;
    this.firsts = firsts;
    this.first = first;
    this.next = new int[size];
    this.count = new int[size];
    this.ofFirstFile = firsts < size ? new int[size] : count;
    int[] head = new int[size];
    Arrays.fill(head, NOBODY);
    int distinct = 0;
    for (int record = size - 1; record >= 0; record--) {
      int of = first[record];
      next[record] = head[of];
      head[of] = record;
      count[of]++;
      if (firsts < size && record < firsts) {
        ofFirstFile[of]++;
      }
      distinct += of == record ? 1 : 0;
    }
    this.representatives = new int[distinct];
    int at = 0;
    for (int record = 0; record < size; record++) {
      if (first[record] == record) {
        representatives[at++] = record;
      }
    }
  }

  static Copies of(Table table) {
    int size = table.size();
    List<int[]> terms = table.comparisons().stream().map(Comparison::terms).toList();
    int[] slots = new int[Integer.highestOneBit(Math.max(1, size)) << 2];
    Arrays.fill(slots, NOBODY);
    int[] first = new int[size];
    for (int record = 0; record < size; record++) {
      long hash = 0;
      for (int[] of : terms) {
        hash = Key.cut(hash, of[record]);
      }
      int slot = (int) hash & slots.length - 1;
      while (slots[slot] != NOBODY && !areEqual(terms, slots[slot], record)) {
        slot = slot + 1 & slots.length - 1;
      }
      if (slots[slot] == NOBODY) {
        slots[slot] = record;
      }
      first[record] = slots[slot];
    }
    return new Copies(first, table.records().firsts());
  }

  private static boolean areEqual(List<int[]> terms, int a, int b) {
    for (int[] of : terms) {
      if (of[a] != of[b]) {
        return false;
      }
    }
    return true;
  }

  /** The first of every kind, in order. */
  int[] representatives() {
    return representatives;
  }

  /** Who stands for a record. */
  int first(int record) {
    return first[record];
  }

  /** How many are equal to a representative, itself among them. */
  int count(int representative) {
    return count[representative];
  }

  /** The first so many of a kind, in order. */
  int[] members(int representative, int most) {
    int[] members = new int[Math.min(most, count[representative])];
    int at = representative;
    for (int i = 0; i < members.length; i++) {
      members[i] = at;
      at = next[at];
    }
    return members;
  }

  /** Whether these would be at most one of each of the files that hold everybody once. */
  boolean isOneOfEach(int representative, boolean[] oneEach) {
    int ofFirst = ofFirstFile[representative];
    return !(oneEach[0] && ofFirst > 1) && !(oneEach[1] && count[representative] - ofFirst > 1);
  }

  /** How many pairs there are of one kind with another or itself: of two files those across. */
  long across(int a, int b) {
    return across(a, b, Integer.MAX_VALUE);
  }

  /** How many of them are learnt from. */
  long taught(int a, int b) {
    return across(a, b, HEARD);
  }

  private long across(int a, int b, int most) {
    if (firsts == first.length) {
      return pairs(a, b, Math.min(most, count[a]), Math.min(most, count[b]));
    }
    long firstA = Math.min(most, ofFirstFile[a]);
    long secondB = Math.min(most, count[b] - ofFirstFile[b]);
    return a == b
        ? firstA * secondB
        : firstA * secondB
            + Math.min(most, ofFirstFile[b]) * (long) Math.min(most, count[a] - ofFirstFile[a]);
  }

  /** How many pairs there are within one of two files. */
  long within(boolean isFirst, int a, int b) {
    return isFirst
        ? pairs(a, b, ofFirstFile[a], ofFirstFile[b])
        : pairs(a, b, count[a] - ofFirstFile[a], count[b] - ofFirstFile[b]);
  }

  private static long pairs(int a, int b, long ofA, long ofB) {
    return a == b ? ofA * (ofA - 1) / 2 : ofA * ofB;
  }

  /** Takes two records. */
  @FunctionalInterface
  interface Two {
    void of(int a, int b);
  }

  /** Takes the ids of two records. */
  @FunctionalInterface
  interface TwoIds {
    void of(String a, String b);
  }

  /** Tells the pairs of one kind with another or itself, the earlier record first. */
  void each(int a, int b, Two two) {
    int[] some = members(a, Integer.MAX_VALUE);
    int[] others = a == b ? some : members(b, Integer.MAX_VALUE);
    each(
        some.length,
        others.length,
        a == b,
        (i, j) -> two.of(Math.min(some[i], others[j]), Math.max(some[i], others[j])));
  }

  /** Tells the pairs among equal records, given in order, as {@link #each(int, int, Two)} does. */
  static void each(List<String> equals, TwoIds two) {
    int size = equals.size();
    each(size, size, true, (i, j) -> two.of(equals.get(i), equals.get(j)));
  }

  /** Tells the pairs of one kind with another, the id that sorts first before the other. */
  static void each(List<String> some, List<String> others, TwoIds two) {
    each(
        some.size(),
        others.size(),
        false,
        (i, j) -> {
          boolean inOrder = some.get(i).compareTo(others.get(j)) < 0;
          two.of(inOrder ? some.get(i) : others.get(j), inOrder ? others.get(j) : some.get(i));
        });
  }

  private static void each(int some, int others, boolean isOneKind, Two two) {
    boolean isStar = Math.max(some, others) > LISTED;
    for (int i = 0; i < some; i++) {
      int from = isOneKind ? i + 1 : 0;
      int to = !isStar || i == 0 ? others : isOneKind ? from : 1;
      for (int j = from; j < to; j++) {
        two.of(i, j);
      }
    }
  }
}
