package org.heed.figures.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
  record Equation(List<Integer> parts, int total, long published) {}

  /** A cell and the tables it appears in. */
  static final class Cell {
    private final Map<String, String> at;
    private final long count;
    private final Set<Integer> tables = new HashSet<>();
    private boolean inTotals;

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

    /** Whether it is in one table only and is no other table's total. */
    boolean plain() {
      return tables.size() == 1 && !inTotals;
    }
  }

  private final List<Table> tables;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Map<Map<String, String>, Integer>> places = new ArrayList<>();
  private final List<Equation> equations = new ArrayList<>();

  CellSystem(List<Table> tables) {
    this.tables = List.copyOf(tables);
    for (int t = 0; t < tables.size(); t++) {
      places.add(new HashMap<>());
      for (Map<String, String> at : tables.get(t).places()) {
        place(t, at);
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

  int id(int table, Map<String, String> at) {
    Integer id = places.get(table).get(at);
    if (id == null) {
      throw new IllegalArgumentException("no cell at " + at);
    }
    return id;
  }

  private void place(int t, Map<String, String> at) {
    long count = tables.get(t).count(at);
    for (int before = 0; before < t; before++) {
      Integer same = places.get(before).get(at);
      if (same != null) {
        RefusedInput.unless(
            cells.get(same).count() == count,
            "tables",
            "disagree at " + at + ": " + cells.get(same).count() + " and " + count);
        cells.get(same).tables.add(t);
        places.get(t).put(at, same);
        return;
      }
    }
    Cell cell = new Cell(at, count);
    cell.tables.add(t);
    places.get(t).put(at, cells.size());
    cells.add(cell);
  }

  /** An equation for every total over any of a table's dimensions. */
  private void addEquations(int t) {
    List<String> names = List.copyOf(tables.get(t).dimensions().keySet());
    for (int kept = 0; kept < (1 << names.size()) - 1; kept++) {
      Map<Map<String, String>, List<Integer>> sums = new LinkedHashMap<>();
      for (Map.Entry<Map<String, String>, Integer> place : places.get(t).entrySet()) {
        Map<String, String> total = new TreeMap<>();
        for (int d = 0; d < names.size(); d++) {
          if ((kept >> d & 1) == 1) {
            total.put(names.get(d), place.getKey().getOrDefault(names.get(d), ""));
          }
        }
        sums.computeIfAbsent(total, _ -> new ArrayList<>()).add(place.getValue());
      }
      boolean needed = Integer.bitCount(kept) == names.size() - 1;
      for (Map.Entry<Map<String, String>, List<Integer>> sum : sums.entrySet()) {
        addEquation(t, sum.getKey(), sum.getValue(), needed);
      }
    }
  }

  /** Sums of published sums follow from them, so that only the first kind of total is needed. */
  private void addEquation(int t, Map<String, String> at, List<Integer> parts, boolean needed) {
    long sum = parts.stream().mapToLong(id -> cells.get(id).count()).sum();
    int total = -1;
    for (int other = 0; other < tables.size(); other++) {
      Integer cell = other == t ? null : places.get(other).get(at);
      if (cell != null && comparable(t, other, at.keySet())) {
        RefusedInput.unless(
            cells.get(cell).count() == sum,
            "tables",
            "disagree at " + at + ": " + cells.get(cell).count() + " and parts of " + sum);
        total = cell;
      }
    }
    if (total >= 0) {
      cells.get(total).inTotals = true;
      parts.forEach(id -> cells.get(id).inTotals = true);
    }
    if (total >= 0 || needed) {
      equations.add(new Equation(List.copyOf(parts), total, total >= 0 ? 0 : sum));
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
