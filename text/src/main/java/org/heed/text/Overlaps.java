package org.heed.text;

/** Lets the longer of overlapping matches win, in time linear in the words they cover. */
final class Overlaps {
  private int[] stamp = new int[256];
  private int mark;

  /** What stays, before it is put in order of place. */
  private final MatchList survivors = new MatchList();

  /** A fresh mark on no word yet. */
  private void begin(int words) {
    if (stamp.length < words) {
      stamp = new int[Math.max(words, 2 * stamp.length)];
      mark = 0;
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

  /**
   * Of each owner's matches those that no exception overlaps and no longer one of the owner's, by
   * place.
   */
  void perOwner(MatchList matches, MatchList exceptions, int words, MatchList kept) {
    survivors.clear();
    int[] order = matches.sorted(MatchList.Order.OWNER);
    int from = 0;
    while (from < matches.size()) {
      int owner = matches.owner(order[from]);
      int to = from + 1;
      while (to < matches.size() && matches.owner(order[to]) == owner) {
        to++;
      }
      int free = withoutExceptions(matches, order, from, to, exceptions, words);
      longest(matches, order, from, free, words);
      from = to;
    }
    byPlace(kept);
  }

  /** The longest at each place, whoever owns them, by place; equals in place all stay. */
  void longest(MatchList matches, int words, MatchList kept) {
    survivors.clear();
    longest(matches, matches.sorted(MatchList.Order.LONGER), 0, matches.size(), words);
    byPlace(kept);
  }

  private void byPlace(MatchList kept) {
    kept.clear();
    int[] order = survivors.sorted(MatchList.Order.PLACE);
    for (int i = 0; i < survivors.size(); i++) {
      kept.add(survivors, order[i]);
    }
  }

  /** Moves one owner's matches that no exception of his overlaps to the front; where they end. */
  private int withoutExceptions(
      MatchList matches, int[] order, int from, int to, MatchList exceptions, int words) {
    int owner = matches.owner(order[from]);
    boolean any = false;
    for (int i = 0; i < exceptions.size(); i++) {
      if (exceptions.owner(i) == owner) {
        if (!any) {
          begin(words);
          any = true;
        }
        put(exceptions, i);
      }
    }
    if (!any) {
      return to;
    }
    int free = from;
    for (int i = from; i < to; i++) {
      if (!touches(matches, order[i])) {
        order[free++] = order[i];
      }
    }
    return free;
  }

  private void longest(MatchList matches, int[] order, int from, int to, int words) {
    if (to - from == 1) {
      survivors.add(matches, order[from]);
      return;
    }
    begin(words);
    int before = -1;
    for (int i = from; i < to; i++) {
      int match = order[i];
      boolean same =
          before >= 0
              && matches.first(match) == matches.first(before)
              && matches.end(match) == matches.end(before)
              && matches.owner(match) != matches.owner(before);
      if (same || !touches(matches, match)) {
        put(matches, match);
        survivors.add(matches, match);
        before = match;
      }
    }
  }
}
