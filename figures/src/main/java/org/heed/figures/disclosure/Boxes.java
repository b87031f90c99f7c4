package org.heed.figures.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The hypercube method (Repsilber 1994): the corners of a box of cells, one of which is the cell to
 * protect, can be raised and lowered in turn without any total moving. Fast, and its changes are
 * whole numbers.
 */
final class Boxes {
  private final CellSystem system;

  Boxes(CellSystem system) {
    this.system = system;
  }

  /**
   * The cheapest box for a plain cell in which its count can be {@code target}.
   *
   * @param bounds what each cell may be
   * @param cost what hiding a cell costs; infinite where it must not be
   */
  Optional<List<Integer>> cheapest(
      int cell, long target, Map<Integer, Program.Bounds> bounds, ToDoubleFunction<Integer> cost) {
    CellSystem.Cell origin = system.cells().get(cell);
    if (!origin.plain()) {
      return Optional.empty();
    }
    int t = table(cell);
    Table table = system.tables().get(t);
    long step = target - origin.count();
    double least = Double.POSITIVE_INFINITY;
    Optional<List<Integer>> best = Optional.empty();
    for (Map<String, String> opposite : table.places()) {
      if (differsEverywhere(opposite, origin.at())) {
        List<Integer> corners = corners(t, origin.at(), opposite);
        double price = price(corners, step, bounds, cost);
        if (price < least) {
          least = price;
          best = Optional.of(corners);
        }
      }
    }
    return best;
  }

  private int table(int cell) {
    for (int t = 0; t < system.tables().size(); t++) {
      Map<String, String> at = system.cells().get(cell).at();
      if (system.tables().get(t).dimensions().keySet().equals(at.keySet())
          && system.tables().get(t).places().contains(at)
          && system.id(t, at) == cell) {
        return t;
      }
    }
    throw new IllegalStateException("a cell without a table");
  }

  private static boolean differsEverywhere(Map<String, String> a, Map<String, String> b) {
    return a.entrySet().stream().noneMatch(e -> e.getValue().equals(b.get(e.getKey())));
  }

  /** The corners, the ones that move with the origin and against it in turn by their number. */
  private List<Integer> corners(int t, Map<String, String> origin, Map<String, String> opposite) {
    List<String> names = List.copyOf(origin.keySet());
    List<Integer> corners = new ArrayList<>();
    for (int corner = 0; corner < 1 << names.size(); corner++) {
      Map<String, String> at = new TreeMap<>(origin);
      for (int d = 0; d < names.size(); d++) {
        if ((corner >> d & 1) == 1) {
          at.put(names.get(d), opposite.getOrDefault(names.get(d), ""));
        }
      }
      corners.add(system.id(t, at));
    }
    return corners;
  }

  private double price(
      List<Integer> corners,
      long step,
      Map<Integer, Program.Bounds> bounds,
      ToDoubleFunction<Integer> cost) {
    double price = 0;
    for (int corner = 0; corner < corners.size(); corner++) {
      int id = corners.get(corner);
      CellSystem.Cell cell = system.cells().get(id);
      Program.Bounds of = bounds.get(id);
      double moved = cell.count() + (Integer.bitCount(corner) % 2 == 0 ? step : -step);
      if (!cell.plain() || of == null || moved < of.lower() || moved > of.upper()) {
        return Double.POSITIVE_INFINITY;
      }
      price += cost.applyAsDouble(id);
    }
    return price;
  }
}
