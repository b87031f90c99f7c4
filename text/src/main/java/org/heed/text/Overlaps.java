package org.heed.text;

import java.util.Arrays;

/** Lets the longer of overlapping matches win, in time linear in the words they cover. */
final class Overlaps {
  /** By word, the mark of the matches that stay there. */
  private long[] stamp = new long[256];

  /** Counts on for as long as the session lives, so that no stamp is ever met again. */
  private long mark;

  /** By owner, the round in which it had a match, and after which word that ended. */
  private long[] seen = new long[64];

  private int[] ends = new int[64];

  /** By owner, the round in which matches of it overlap each other or an exception. */
  private long[] contested = new long[64];

  private long round;

  /** Matches of which not all may stay. */
  private int[] rivals = new int[16];

  /** By match, whether it stays. */
  private boolean[] stays = new boolean[16];

  /** A fresh mark on no word yet. */
  private void begin(int words) {
    if (stamp.length < words) {
      stamp = new long[Math.max(words, 2 * stamp.length)];
    }
    mark++;
  }

  private void put(MatchList matches, int match) {
    for (int w = matches.first(match); w < matches.end(match); w++) {
      stamp[w] = mark;
    }
  }

  private boolean touches(MatchList matches, int match) {
    for (int w = matches.first(match); w < matches.end(match); w++) {
      if (stamp[w] == mark) {
        return true;
      }
    }
    return false;
  }

  /** All stay until told otherwise. */
  private void takeUp(MatchList matches) {
    if (stays.length < matches.size()) {
      stays = new boolean[2 * matches.size()];
      rivals = new int[stays.length];
    }
    Arrays.fill(stays, 0, matches.size(), true);
  }

  private void keep(MatchList matches, int[] order, MatchList kept) {
    kept.clear();
    for (int i = 0; i < matches.size(); i++) {
      if (stays[order[i]]) {
        kept.add(matches, order[i]);
      }
    }
  }

  /**
   * Of each owner's matches those that no exception overlaps and no longer one of the owner's, by
   * place.
   */
  void perOwner(MatchList matches, MatchList exceptions, int words, MatchList kept) {
    takeUp(matches);
    int[] order = matches.sorted(MatchList.Order.PLACE);
    if (areContested(matches, order, exceptions)) {
      int some = 0;
      for (int i = 0; i < matches.size(); i++) {
        if (contested[matches.owner(i)] == round) {
          rivals[some++] = i;
        }
      }
      matches.sort(rivals, 0, some, MatchList.Order.OWNER);
      int from = 0;
      while (from < some) {
        int owner = matches.owner(rivals[from]);
        int to = from + 1;
        while (to < some && matches.owner(rivals[to]) == owner) {
          to++;
        }
        dropExceptions(matches, from, to, exceptions, words);
        begin(words);
        dropShorter(matches, from, to);
        from = to;
      }
    }
    keep(matches, order, kept);
  }

  /** Finds the owners whose matches, in order of place, overlap each other or an exception. */
  private boolean areContested(MatchList matches, int[] order, MatchList exceptions) {
    round++;
    boolean any = false;
    for (int i = 0; i < matches.size(); i++) {
      int match = order[i];
      int owner = matches.owner(match);
      if (owner >= seen.length) {
        int room = Math.max(owner + 1, 2 * seen.length);
        seen = Arrays.copyOf(seen, room);
        ends = Arrays.copyOf(ends, room);
        contested = Arrays.copyOf(contested, room);
      }
      int end = seen[owner] == round ? ends[owner] : 0;
      if (end > matches.first(match)) {
        contested[owner] = round;
        any = true;
      }
      seen[owner] = round;
      ends[owner] = Math.max(end, matches.end(match));
    }
    for (int i = 0; i < exceptions.size(); i++) {
      int owner = exceptions.owner(i);
      if (owner < seen.length && seen[owner] == round) {
        contested[owner] = round;
        any = true;
      }
    }
    return any;
  }

  /** Drops those of one owner's rivals that an exception of his overlaps. */
  private void dropExceptions(
      MatchList matches, int from, int to, MatchList exceptions, int words) {
    int owner = matches.owner(rivals[from]);
    begin(words);
    for (int i = 0; i < exceptions.size(); i++) {
      if (exceptions.owner(i) == owner) {
        put(exceptions, i);
      }
    }
    for (int i = from; i < to; i++) {
      stays[rivals[i]] = !touches(matches, rivals[i]);
    }
  }

  /** The longest at each place, whoever owns them, by place; equals in place all stay. */
  void longest(MatchList matches, int words, MatchList kept) {
    takeUp(matches);
    int[] order = matches.sorted(MatchList.Order.PLACE);
    begin(words);
    int from = 0;
    while (from < matches.size()) {
      int to = matches.groupEnd(order, from);
      if (to - from > 1) {
        System.arraycopy(order, from, rivals, from, to - from);
        matches.sort(rivals, from, to, MatchList.Order.LONGER);
        dropShorter(matches, from, to);
      }
      from = to;
    }
    keep(matches, order, kept);
  }

  /** Drops of rivals, the longer first, those that overlap one that stays. */
  private void dropShorter(MatchList matches, int from, int to) {
    int before = -1;
    for (int i = from; i < to; i++) {
      int match = rivals[i];
      if (!stays[match]) {
        continue;
      }
      boolean same =
          before >= 0
              && matches.first(match) == matches.first(before)
              && matches.end(match) == matches.end(before)
              && matches.owner(match) != matches.owner(before);
      if (same || !touches(matches, match)) {
        put(matches, match);
        before = match;
      } else {
        stays[match] = false;
      }
    }
  }
}
