package org.heed.figures.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.heed.figures.RefusedInput;

/**
 * All tables of a release as one system: each cell once, however many tables it appears in, and
 * every equation between cells and totals. A total of one table that is a cell of another is that
 * cell. Totals that are no table's cell are published.
 */
final class CellSystem {
  /** Cells whose sum is a total: another cell, or a published number where {@code total} is -1. */
  @SuppressWarnings("ArrayRecordComponent")
  record Equation(int[] parts, int total, long published) {}

  /**
   * A cell's parts in another table, in the order of the labels that the cell does not have.
   *
   * @param table the table of the parts
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Parts(int table, int[] ids) {}

  /** A cell and where it appears. */
  static final class Cell {
    private final Map<String, String> at;
    private final long count;
    private final List<Integer> tables = new ArrayList<>();
    private final List<Parts> parts = new ArrayList<>();

    Cell(Map<String, String> at, long count) {
      this.at = at;
      this.count = count;
    }

    Map<String, String> at() {
      return at;
    }

    long count() {
      return count;
    }

    /** The tables that it is printed in. */
    List<Integer> tables() {
      return tables;
    }

    /** For each table of which it is a total, its parts there. */
    List<Parts> parts() {
      return parts;
    }
  }

  private final List<Table> tables;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Map<Map<String, String>, Integer>> places = new ArrayList<>();
  private final List<int[]> ids = new ArrayList<>();
  private final List<Equation> equations = new ArrayList<>();

  CellSystem(List<Table> tables) {
    this.tables = List.copyOf(tables);
    for (int t = 0; t < tables.size(); t++) {
      places.add(new HashMap<>());
      List<Map<String, String>> all = tables.get(t).places();
      ids.add(new int[all.size()]);
      for (int i = 0; i < all.size(); i++) {
        ids.get(t)[i] = place(t, all.get(i));
      }
    }
    for (int t = 0; t < tables.size(); t++) {
      addEquations(t);
    }
  }

  List<Table> tables() {
    return tables;
  }

  List<Cell> cells() {
    return cells;
  }

  List<Equation> equations() {
    return equations;
  }

  long count(int id) {
    return cells.get(id).count;
  }

  /** A table's cells, the last dimension fastest. */
  int[] ids(int table) {
    return ids.get(table);
  }

  /** How many labels each of a table's dimensions has. */
  int[] sizes(int table) {
    return tables.get(table).dimensions().values().stream().mapToInt(List::size).toArray();
  }

  int id(int table, Map<String, String> at) {
    Integer id = places.get(table).get(at);
    if (id == null) {
      throw new IllegalArgumentException("no cell at " + at);
    }
    return id;
  }

  private int place(int t, Map<String, String> at) {
    long count = tables.get(t).count(at);
    for (int before = 0; before < t; before++) {
      Integer same = places.get(before).get(at);
      if (same != null) {
        RefusedInput.unless(
            cells.get(same).count == count,
            "tables",
            "disagree at " + at + ": " + cells.get(same).count + " and " + count);
        cells.get(same).tables.add(t);
        places.get(t).put(at, same);
        return same;
      }
    }
    Cell cell = new Cell(at, count);
    cell.tables.add(t);
    places.get(t).put(at, cells.size());
    cells.add(cell);
    return cells.size() - 1;
  }

  /** An equation for every total over any of a table's dimensions. */
  private void addEquations(int t) {
    List<String> names = List.copyOf(tables.get(t).dimensions().keySet());
    List<Map<String, String>> all = tables.get(t).places();
    for (int kept = 0; kept < (1 << names.size()) - 1; kept++) {
      Map<Map<String, String>, List<Integer>> sums = new HashMap<>();
      List<Map<String, String>> order = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        Map<String, String> total = new TreeMap<>();
        for (int d = 0; d < names.size(); d++) {
          if ((kept >> d & 1) == 1) {
            total.put(names.get(d), all.get(i).getOrDefault(names.get(d), ""));
          }
        }
        sums.computeIfAbsent(
                total,
                _ -> {
                  order.add(total);
                  return new ArrayList<>();
                })
            .add(ids.get(t)[i]);
      }
      boolean needed = Integer.bitCount(kept) == names.size() - 1;
      for (Map<String, String> total : order) {
        List<Integer> parts = sums.getOrDefault(total, List.of());
        addEquation(t, total, parts.stream().mapToInt(Integer::intValue).toArray(), needed);
      }
    }
  }

  /** Sums of published sums follow from them, so that only the first kind of total is needed. */
  private void addEquation(int t, Map<String, String> at, int[] parts, boolean needed) {
    long sum = Arrays.stream(parts).mapToLong(this::count).sum();
    int total = -1;
    for (int other = 0; other < tables.size(); other++) {
      Integer cell = other == t ? null : places.get(other).get(at);
      if (cell != null && comparable(t, other, at.keySet())) {
        RefusedInput.unless(
            cells.get(cell).count == sum,
            "tables",
            "disagree at " + at + ": " + cells.get(cell).count + " and parts of " + sum);
        total = cell;
      }
    }
    if (total >= 0) {
      cells.get(total).parts.add(new Parts(t, parts));
    }
    if (total >= 0 || needed) {
      equations.add(new Equation(parts, total, total >= 0 ? 0 : sum));
    }
  }

  /** Whether both tables cover the same labels of what they have in common. */
  private boolean comparable(int a, int b, Set<String> kept) {
    for (Map.Entry<String, List<String>> dimension : tables.get(a).dimensions().entrySet()) {
      List<String> there = tables.get(b).dimensions().get(dimension.getKey());
      if (there != null
          && !kept.contains(dimension.getKey())
          && !Set.copyOf(there).equals(Set.copyOf(dimension.getValue()))) {
        return false;
      }
    }
    return true;
  }
}
