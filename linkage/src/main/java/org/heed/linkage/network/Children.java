package org.heed.linkage.network;

import java.util.function.IntConsumer;

/**
 * The children of each report, and which of them are connected: were in a report together, directly
 * or by way of others.
 */
final class Children {
  private final int[] starts;
  private final int[] children;
  private final int[] groupOf;

  private Children(int[] starts, int[] children, int[] groupOf) {
    this.starts = starts;
    this.children = children;
    this.groupOf = groupOf;
  }

  static Children of(EventGraph graph) {
    EventGraph.Side side = graph.side(Part.CHILD);
    int[] ofEvents = new int[graph.size()];
    for (int event : side.event) {
      ofEvents[event]++;
    }
    int[] starts = EventGraph.Side.starts(ofEvents);
    int[] next = starts.clone();
    int[] children = new int[side.event.length];
    for (int m = 0; m < side.event.length; m++) {
      children[next[side.event[m]]++] = side.entity[m];
    }
    int[] parent = new int[side.size()];
    java.util.Arrays.setAll(parent, i -> i);
    for (int event = 0; event < ofEvents.length; event++) {
      for (int i = starts[event] + 1; i < starts[event + 1]; i++) {
        parent[root(parent, children[i])] = root(parent, children[starts[event]]);
      }
    }
    int[] groupOf = new int[parent.length];
    for (int i = 0; i < parent.length; i++) {
      groupOf[i] = root(parent, i);
    }
    return new Children(starts, children, groupOf);
  }

  private static int root(int[] parent, int of) {
    int at = of;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  int groups() {
    return groupOf.length;
  }

  boolean hasAny(int event) {
    return starts[event + 1] > starts[event];
  }

  /** How many a report speaks of. */
  int size(int event) {
    return starts[event + 1] - starts[event];
  }

  /** Which group of connected children a child is in. */
  int group(int child) {
    return groupOf[child];
  }

  /** Each child of a report. */
  void each(int event, IntConsumer to) {
    for (int c = starts[event]; c < starts[event + 1]; c++) {
      to.accept(children[c]);
    }
  }
}
