package org.heed.figures.disclosure;

import java.util.Arrays;

/**
 * The least and the most that each cell of a system may be.
 *
 * @param lower by cell
 * @param upper by cell
 */
@SuppressWarnings("ArrayRecordComponent")
record Bounds(long[] lower, long[] upper) {
  /** Anything from nought to what its table holds. */
  static Bounds open(CellSystem system) {
    int cells = system.cells().size();
    long[] upper = new long[cells];
    Arrays.fill(upper, Long.MAX_VALUE);
    for (int t = 0; t < system.tables().size(); t++) {
      long sum = Arrays.stream(system.ids(t)).mapToLong(system::count).sum();
      for (int id : system.ids(t)) {
        upper[id] = Math.min(upper[id], sum);
      }
    }
    return new Bounds(new long[cells], upper);
  }

  /** Nothing but the counts themselves. */
  static Bounds exactly(CellSystem system) {
    long[] counts = new long[system.cells().size()];
    Arrays.setAll(counts, system::count);
    return new Bounds(counts, counts.clone());
  }

  Bounds copy() {
    return new Bounds(lower.clone(), upper.clone());
  }

  boolean allow(int cell, long count) {
    return lower[cell] <= count && count <= upper[cell];
  }

  void narrow(int cell, long least, long most) {
    lower[cell] = Math.max(lower[cell], least);
    upper[cell] = Math.min(upper[cell], most);
  }

  void fix(int cell, long count) {
    lower[cell] = count;
    upper[cell] = count;
  }

  /**
   * Draws in what each equation leaves its cells, until nothing moves or it has gone far enough.
   */
  void drawIn(CellSystem system) {
    boolean moved = true;
    for (int round = 0; moved && round < ROUNDS; round++) {
      moved = false;
      for (CellSystem.Equation equation : system.equations()) {
        moved |= drawIn(equation);
      }
    }
  }

  private static final int ROUNDS = 50;

  private boolean drawIn(CellSystem.Equation equation) {
    int total = equation.total();
    long least = 0;
    long most = 0;
    for (int part : equation.parts()) {
      least += lower[part];
      most += upper[part];
    }
    long totalLeast = total < 0 ? equation.published() : lower[total];
    long totalMost = total < 0 ? equation.published() : upper[total];
    boolean moved = false;
    for (int part : equation.parts()) {
      long down = totalLeast - (most - upper[part]);
      long up = totalMost - (least - lower[part]);
      if (down > lower[part] || up < upper[part]) {
        least -= lower[part];
        most -= upper[part];
        narrow(part, down, up);
        least += lower[part];
        most += upper[part];
        moved = true;
      }
    }
    if (total >= 0 && (least > lower[total] || most < upper[total])) {
      narrow(total, least, most);
      moved = true;
    }
    return moved;
  }
}
