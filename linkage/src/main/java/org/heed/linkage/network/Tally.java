package org.heed.linkage.network;

import java.util.Arrays;
import java.util.List;

/**
 * Counts for one pattern, in the window of some days that counts most: what belongs together comes
 * close together, and what is put together by chance lies anywhere in the record. Not for several
 * threads.
 */
final class Tally {
  private final EventGraph graph;
  private final Children children;
  private final KnownGroups known;
  private final Pattern pattern;
  private final int days;
  private final int[] held;
  private long[] order = new long[16];
  private int distinct;

  /** Reports of the window that name suspects of known groups other than the one at home. */
  private int touching;

  private int first;
  private int last;

  /** The group whose own member is counted for; it is told by that member, not by others. */
  private int home = KnownGroups.NONE;

  /**
   * Counts in a graph.
   *
   * @param days how long the window is
   */
  Tally(EventGraph graph, Children children, KnownGroups known, Pattern pattern, int days) {
    this.graph = graph;
    this.children = children;
    this.known = known;
    this.pattern = pattern;
    this.days = days;
    this.held = new int[Math.max(Math.max(children.groups(), known.groups()), graph.size())];
  }

  /** Counts from now on for a suspect of this group, or of none. */
  void startFrom(int group) {
    home = group;
  }

  /** The most of any window, of these events; which window it is stays known until the next. */
  int count(int[] events, int from, int to) {
    int length = to - from;
    if (order.length < length) {
      order = new long[length * 2];
    }
    for (int i = 0; i < length; i++) {
      int event = events[from + i];
      order[i] = (long) graph.day(event) << 32 | event;
    }
    Arrays.sort(order, 0, length);
    distinct = 0;
    touching = 0;
    int most = 0;
    int start = 0;
    first = 0;
    last = -1;
    for (int end = 0; end < length; end++) {
      take(event(end), 1);
      while (day(end) - day(start) >= days) {
        take(event(start++), -1);
      }
      int counted = counted();
      if (counted > most) {
        most = counted;
        first = start;
        last = end;
      }
    }
    while (start < length) {
      take(event(start++), -1);
    }
    return most;
  }

  /** Of a bridge its reports, once two groups are in them; before that one at most. */
  private int counted() {
    if (!pattern.isBridge()) {
      return distinct;
    }
    int groups = home == KnownGroups.NONE ? distinct : distinct + 1;
    return groups >= 2 ? touching : Math.min(touching, 1);
  }

  /** The reports of the window that counts most, in order of time. */
  List<String> evidence(int[] events, int from, int to) {
    count(events, from, to);
    return Arrays.stream(order, first, last + 1)
        .mapToInt(packed -> (int) packed)
        .distinct()
        .filter(this::speaks)
        .mapToObj(graph::event)
        .toList();
  }

  private boolean speaks(int event) {
    return switch (pattern) {
      case PLACE_OF_CHILDREN, SUSPECT_OF_CHILDREN, PHONE_PASSED_AROUND, CLUSTER_AT_PLACE ->
          children.hasAny(event);
      case MISSING_AT_PLACE -> graph.isMissing(event);
      case CHILD_ADDS_UP -> true;
      case BRIDGE_AT_PLACE, BRIDGE_BY_PHONE, BRIDGE_BY_SUSPECT -> known.hasOther(event, home);
    };
  }

  private int event(int at) {
    return (int) order[at];
  }

  private int day(int at) {
    return (int) (order[at] >> 32);
  }

  private void take(int event, int by) {
    switch (pattern) {
      case PLACE_OF_CHILDREN -> children.each(event, child -> hold(children.group(child), by));
      case SUSPECT_OF_CHILDREN, PHONE_PASSED_AROUND ->
          children.each(event, child -> hold(child, by));
      case MISSING_AT_PLACE -> {
        if (graph.isMissing(event)) {
          hold(event, by);
        }
      }
      case CLUSTER_AT_PLACE -> {
        if (children.hasAny(event)) {
          hold(event, by);
        }
      }
      case CHILD_ADDS_UP -> hold(event, by);
      case BRIDGE_AT_PLACE, BRIDGE_BY_PHONE, BRIDGE_BY_SUSPECT -> {
        touching += known.hasOther(event, home) ? by : 0;
        known.each(
            event,
            group -> {
              if (group != home) {
                hold(group, by);
              }
            });
      }
    }
  }

  private void hold(int one, int by) {
    int before = held[one];
    held[one] = before + by;
    if (before == 0) {
      distinct++;
    } else if (before + by == 0) {
      distinct--;
    }
  }
}
