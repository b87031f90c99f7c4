package org.heed.figures.counting;

import java.util.ArrayList;
import java.util.Collection;
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
    Unions unions = new Unions();
    for (T item : items) {
      String first = "";
      for (String name : names.apply(item)) {
        first = first.isEmpty() ? name : first;
        unions.join(name, first);
      }
    }
    Map<String, List<T>> groups = new TreeMap<>();
    for (T item : items) {
      String name = names.apply(item).iterator().next();
      groups.computeIfAbsent(unions.top(name), _ -> new ArrayList<>()).add(item);
    }
    return List.copyOf(groups.values());
  }
}
