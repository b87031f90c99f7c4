package org.heed.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets the longer of overlapping matches win, in time linear in the words they cover. */
final class Overlaps {
  private int[] stamp = new int[256];
  private int mark;

  /** A fresh mark on no word yet. */
  private void begin(int words) {
    if (stamp.length < words) {
      stamp = new int[Math.max(words, 2 * stamp.length)];
      mark = 0;
    }
    mark++;
  }

  private void put(Match match) {
    for (int w = match.first(); w < match.end(); w++) {
      stamp[w] = mark;
    }
  }

  private boolean touches(Match match) {
    for (int w = match.first(); w < match.end(); w++) {
      if (stamp[w] == mark) {
        return true;
      }
    }
    return false;
  }

  /** Of each owner's matches those that no exception overlaps and no longer one of the owner's. */
  List<Match> perOwner(List<Match> matches, List<Match> exceptions, int words) {
    Map<Integer, List<Match>> byOwner = new HashMap<>();
    for (Match match : matches) {
      byOwner.computeIfAbsent(match.owner(), _ -> new ArrayList<>()).add(match);
    }
    Map<Integer, List<Match>> exceptionsByOwner = new HashMap<>();
    for (Match exception : exceptions) {
      exceptionsByOwner.computeIfAbsent(exception.owner(), _ -> new ArrayList<>()).add(exception);
    }
    List<Match> kept = new ArrayList<>();
    byOwner.forEach((owner, own) -> {
      begin(words);
      exceptionsByOwner.getOrDefault(owner, List.of()).forEach(this::put);
      List<Match> free = own.stream().filter(m -> !touches(m)).toList();
      kept.addAll(longest(free, words));
    });
    kept.sort(Matches.BY_PLACE);
    return kept;
  }

  /** The longest at each place, whoever owns them; equals in place all stay. */
  List<Match> longest(List<Match> matches, int words) {
    List<Match> sorted = new ArrayList<>(matches);
    sorted.sort(Matches.LONGER_WINS);
    begin(words);
    List<Match> kept = new ArrayList<>();
    Match before = null;
    for (Match match : sorted) {
      boolean same =
          before != null
              && match.first() == before.first()
              && match.end() == before.end()
              && match.owner() != before.owner();
      if (same || !touches(match)) {
        put(match);
        kept.add(match);
        before = match;
      }
    }
    kept.sort(Matches.BY_PLACE);
    return kept;
  }
}
