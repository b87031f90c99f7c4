package org.heed.server.publication;

import java.util.HashMap;
import java.util.Map;

/** Numbers that belong together, directly or through others (disjoint sets). */
final class Forest {
  private final Map<Integer, Integer> parent = new HashMap<>();

  void join(Iterable<Integer> all) {
    Integer first = null;
    for (Integer each : all) {
      if (first == null) {
        first = root(each);
      } else {
        parent.put(root(each), first);
      }
    }
  }

  /** The number that stands for the set it is in. */
  int root(int number) {
    int at = number;
    for (int above = parent.getOrDefault(at, at);
        above != at;
        above = parent.getOrDefault(at, at)) {
      at = above;
    }
    for (int below = number; below != at; ) {
      int next = parent.getOrDefault(below, below);
      parent.put(below, at);
      below = next;
    }
    return at;
  }
}
