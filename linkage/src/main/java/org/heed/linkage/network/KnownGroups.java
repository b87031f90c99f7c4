package org.heed.linkage.network;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Groups of suspects that somebody said are one, and which reports name a suspect of them. Groups
 * that share a suspect are one group here.
 */
final class KnownGroups {
  /** In no group. */
  static final int NONE = -1;

  private final int[] groupOfSuspect;
  private final int groups;
  private final int[] starts;
  private final int[] suspects;

  private KnownGroups(int[] groupOfSuspect, int groups, int[] starts, int[] suspects) {
    this.groupOfSuspect = groupOfSuspect;
    this.groups = groups;
    this.starts = starts;
    this.suspects = suspects;
  }

  static KnownGroups of(EventGraph graph, Collection<Set<String>> known) {
    EventGraph.Side side = graph.side(Part.SUSPECT);
    Map<String, Integer> groupOf = joined(List.copyOf(known));
    int[] groupOfSuspect = new int[side.size()];
    Arrays.setAll(groupOfSuspect, one -> groupOf.getOrDefault(side.id(one), NONE));
    int[] ofEvents = new int[graph.size()];
    for (int m = 0; m < side.event.length; m++) {
      ofEvents[side.event[m]] += groupOfSuspect[side.entity[m]] >= 0 ? 1 : 0;
    }
    int[] starts = EventGraph.Side.starts(ofEvents);
    int[] next = starts.clone();
    int[] suspects = new int[starts[graph.size()]];
    for (int m = 0; m < side.event.length; m++) {
      if (groupOfSuspect[side.entity[m]] >= 0) {
        suspects[next[side.event[m]]++] = side.entity[m];
      }
    }
    return new KnownGroups(groupOfSuspect, known.size(), starts, suspects);
  }

  /** For each suspect the first of the groups that others connect its group with. */
  private static Map<String, Integer> joined(List<Set<String>> known) {
    int[] joined = new int[known.size()];
    Map<String, Integer> first = new HashMap<>();
    for (int group = 0; group < joined.length; group++) {
      joined[group] = group;
      for (String suspect : known.get(group)) {
        Integer before = first.putIfAbsent(suspect, group);
        if (before != null) {
          join(joined, before, group);
        }
      }
    }
    first.replaceAll((_, group) -> joined[group]);
    return first;
  }

  private static void join(int[] joined, int one, int other) {
    int from = Math.max(joined[one], joined[other]);
    int to = Math.min(joined[one], joined[other]);
    for (int i = 0; i < joined.length; i++) {
      if (joined[i] == from) {
        joined[i] = to;
      }
    }
  }

  int groups() {
    return groups;
  }

  /** The group of a suspect, or {@link #NONE}. */
  int ofSuspect(int suspect) {
    return groupOfSuspect[suspect];
  }

  /** Whether a report names a suspect of a group other than this one. */
  boolean hasOther(int event, int group) {
    for (int s = starts[event]; s < starts[event + 1]; s++) {
      if (groupOfSuspect[suspects[s]] != group) {
        return true;
      }
    }
    return false;
  }

  /** The group of each suspect of a report who is in one. */
  void each(int event, IntConsumer to) {
    for (int s = starts[event]; s < starts[event + 1]; s++) {
      to.accept(groupOfSuspect[suspects[s]]);
    }
  }
}
