package org.heed.rulebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sees to it that ids of a kind are used once. */
final class Uniqueness {
  private final String kind;
  private final List<Problem> problems;
  private final Map<String, Where> seen = new HashMap<>();

  Uniqueness(String kind, List<Problem> problems) {
    this.kind = kind;
    this.problems = problems;
  }

  void add(String id, Where at) {
    Where first = seen.putIfAbsent(id, at);
    if (first != null && !id.isEmpty()) {
      problems.add(
          new Problem(
              at,
              "the " + kind + " id “" + id + "” is used already at " + first,
              "Give it an id of its own"));
    }
  }
}
