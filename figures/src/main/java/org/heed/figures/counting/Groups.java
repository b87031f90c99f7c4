package org.heed.figures.counting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts together what shares a name with something that shares a name, and so on. */
final class Groups {
  private Groups() {}

  /**
   * The groups of some items, each in the order given.
   *
   * @param names of an item; at least one
   */
  static <T> List<List<T>> of(List<T> items, Function<T, Collection<String>> names) {
    Map<String, String> above = new HashMap<>();
    for (T item : items) {
      String first = "";
      for (String name : names.apply(item)) {
        first = first.isEmpty() ? name : first;
        above.put(top(above, name), top(above, first));
      }
    }
    Map<String, List<T>> groups = new TreeMap<>();
    for (T item : items) {
      String name = names.apply(item).iterator().next();
      groups.computeIfAbsent(top(above, name), _ -> new ArrayList<>()).add(item);
    }
    return List.copyOf(groups.values());
  }

  private static String top(Map<String, String> above, String name) {
    String at = name;
    for (String next = above.getOrDefault(at, at);
        !next.equals(at);
        next = above.getOrDefault(at, at)) {
      above.put(at, above.getOrDefault(next, next));
      at = next;
    }
    return at;
  }
}
