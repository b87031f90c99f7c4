package org.heed.linkage;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Which records have a key, the newest first: chains in flat arrays, whose heads are found by some
 * bits of the key and whose links carry others, so that a million records with some fifteen keys
 * each take a quarter of a gigabyte.
 */
final class Postings {
  private static final int NONE = -1;

  /** So that whoever is asked about with the most frequent name need not wait. */
  private static final int LOOKED_THROUGH = 8_000;

  private static final int FEWEST_HEADS = 1 << 12;

  private int[] heads = new int[FEWEST_HEADS];
  private int[] records = new int[FEWEST_HEADS];
  private int[] checks = new int[FEWEST_HEADS];
  private int[] next = new int[FEWEST_HEADS];
  private int size;

  Postings() {
    Arrays.fill(heads, NONE);
  }

  void add(long key, int record) {
    if (size == records.length) {
      grow();
    }
    int head = head(check(key));
    records[size] = record;
    checks[size] = check(key);
    next[size] = heads[head];
    heads[head] = size++;
  }

  private static int check(long key) {
    return (int) key ^ (int) (key >>> 32);
  }

  private int head(int check) {
    return (check * 0x9E3779B1) >>> (32 - Integer.numberOfTrailingZeros(heads.length));
  }

  private void grow() {
    int more = size * 2;
    records = Arrays.copyOf(records, more);
    checks = Arrays.copyOf(checks, more);
    next = Arrays.copyOf(next, more);
    heads = new int[more];
    Arrays.fill(heads, NONE);
    for (int i = 0; i < size; i++) {
      int head = head(checks[i]);
      next[i] = heads[head];
      heads[head] = i;
    }
  }

  /**
   * Writes up to so many wanted records with the key, of {@link #LOOKED_THROUGH}; answers how many.
   */
  int list(long key, IntPredicate wanted, int[] into) {
    int check = check(key);
    int found = 0;
    int left = LOOKED_THROUGH;
    for (int i = heads[head(check)]; i != NONE && found < into.length && left > 0; i = next[i]) {
      if (checks[i] == check) {
        left--;
        if (wanted.test(records[i])) {
          into[found++] = records[i];
        }
      }
    }
    return found;
  }

  /** Every record with the key, and perhaps some of another key. */
  int[] all(long key) {
    int check = check(key);
    int[] all = new int[16];
    int found = 0;
    for (int i = heads[head(check)]; i != NONE; i = next[i]) {
      if (checks[i] == check) {
        all = found == all.length ? Arrays.copyOf(all, found * 2) : all;
        all[found++] = records[i];
      }
    }
    return Arrays.copyOf(all, found);
  }
}
