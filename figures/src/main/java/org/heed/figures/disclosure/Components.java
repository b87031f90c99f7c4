package org.heed.figures.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hidden cells that share no equation with others, apart: each part can be audited alone. */
final class Components {
  private Components() {}

  static List<SortedSet<Integer>> of(CellSystem system, SortedSet<Integer> hidden) {
    int[] parent = new int[system.cells().size()];
    Arrays.setAll(parent, i -> i);
    for (CellSystem.Equation equation : system.equations()) {
      int first = -1;
      List<Integer> members = new ArrayList<>();
      for (int part : equation.parts()) {
        members.add(part);
      }
      if (equation.total() >= 0) {
        members.add(equation.total());
      }
      for (int id : members) {
        if (hidden.contains(id)) {
          first = first < 0 ? id : first;
          parent[root(parent, id)] = root(parent, first);
        }
      }
    }
    Map<Integer, SortedSet<Integer>> parts = new TreeMap<>();
    for (int id : hidden) {
      parts.computeIfAbsent(root(parent, id), _ -> new TreeSet<>()).add(id);
    }
    return List.copyOf(parts.values());
  }

  private static int root(int[] parent, int id) {
    int root = id;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
