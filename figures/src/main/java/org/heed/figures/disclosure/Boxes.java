package org.heed.figures.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.heed.figures.Interval;

/**
 * The hypercube method (Repsilber 1994): the corners of a box of cells, one of which is the cell to
 * protect, can be raised and lowered in turn without any total moving. Where the corners are totals
 * of another table, the same box among their parts there moves with them. Fast, and its changes are
 * whole numbers.
 */
final class Boxes {
  private final CellSystem system;
  private final List<int[]> places = new ArrayList<>();

  Boxes(CellSystem system) {
    this.system = system;
    for (int t = 0; t < system.tables().size(); t++) {
      int[] place = new int[system.cells().size()];
      Arrays.fill(place, -1);
      int[] ids = system.ids(t);
      for (int i = 0; i < ids.length; i++) {
        place[ids[i]] = i;
      }
      places.add(place);
    }
  }

  /**
   * Counts that can be other than they are, together.
   *
   * @param ids the cells
   * @param changes what is added to each
   * @param price what hiding them costs
   */
  record Move(List<Integer> ids, List<Long> changes, double price) {
    static final Move NONE = new Move(List.of(), List.of(), 0);
    static final Move IMPOSSIBLE = new Move(List.of(), List.of(), Double.POSITIVE_INFINITY);

    Move with(Move other) {
      List<Integer> both = new ArrayList<>(ids);
      both.addAll(other.ids);
      List<Long> all = new ArrayList<>(changes);
      all.addAll(other.changes);
      return new Move(both, all, price + other.price);
    }
  }

  /**
   * The cheapest move by which a cell's count is {@code target}.
   *
   * @param bounds what each cell may be
   * @param cost what hiding a cell costs; infinite where it must not be
   */
  Optional<Move> cheapest(int id, long target, Bounds bounds, double[] cost) {
    Move best = Move.IMPOSSIBLE;
    long step = target - system.count(id);
    for (int t : system.cells().get(id).tables()) {
      int[] ids = system.ids(t);
      int[] sizes = system.sizes(t);
      int[] strides = strides(sizes);
      int origin = places.get(t)[id];
      for (int opposite = 0; opposite < ids.length; opposite++) {
        int[] corners = corners(origin, opposite, sizes, strides);
        for (int i = 0; i < corners.length; i++) {
          corners[i] = ids[corners[i]];
        }
        if (corners.length > 0 && price(corners, step, bounds, cost, best.price()) < best.price()) {
          Move move = move(corners, step, bounds, cost, best.price());
          best = move.price() < best.price() ? move : best;
        }
      }
    }
    return Double.isFinite(best.price()) ? Optional.of(best) : Optional.empty();
  }

  /**
   * How far boxes alone let a cell's count go.
   *
   * @param bounds what each cell may be; exactly its count where it is known
   */
  Interval reach(int id, Bounds bounds) {
    long down = 0;
    long up = 0;
    CellSystem.Cell cell = system.cells().get(id);
    for (int t : cell.parts().isEmpty() ? cell.tables() : List.<Integer>of()) {
      int[] ids = system.ids(t);
      int[] sizes = system.sizes(t);
      int[] strides = strides(sizes);
      int origin = places.get(t)[id];
      for (int opposite = 0; opposite < ids.length; opposite++) {
        int[] corners = corners(origin, opposite, sizes, strides);
        long lower = corners.length == 0 ? 0 : Long.MAX_VALUE;
        long raise = lower;
        for (int corner = 0; corner < corners.length && (lower > 0 || raise > 0); corner++) {
          int at = ids[corners[corner]];
          boolean with = Integer.bitCount(corner) % 2 == 0;
          long more = bounds.upper()[at] - system.count(at);
          long less = system.count(at) - bounds.lower()[at];
          CellSystem.Cell there = system.cells().get(at);
          boolean alike = there.parts().isEmpty() && there.tables().equals(cell.tables());
          raise = alike ? Math.min(raise, with ? more : less) : 0;
          lower = alike ? Math.min(lower, with ? less : more) : 0;
        }
        down = Math.max(down, lower);
        up = Math.max(up, raise);
      }
    }
    return new Interval(system.count(id) - down, system.count(id) + up, 1);
  }

  private static int[] strides(int[] sizes) {
    int[] strides = new int[sizes.length];
    int stride = 1;
    for (int d = sizes.length - 1; d >= 0; d--) {
      strides[d] = stride;
      stride *= sizes[d];
    }
    return strides;
  }

  /**
   * The corners' places, those that move with the origin and against it in turn by their number;
   * none where the two share a label.
   */
  private static int[] corners(int origin, int opposite, int[] sizes, int[] strides) {
    int[] corners = new int[1 << sizes.length];
    Arrays.fill(corners, origin);
    for (int d = 0; d < sizes.length; d++) {
      int off = opposite / strides[d] % sizes[d] - origin / strides[d] % sizes[d];
      if (off == 0) {
        return new int[0];
      }
      for (int corner = 0; corner < corners.length; corner++) {
        corners[corner] += (corner >> d & 1) * off * strides[d];
      }
    }
    return corners;
  }

  /** What the corners alone cost, or over {@code most}. */
  private double price(int[] corners, long step, Bounds bounds, double[] cost, double most) {
    double price = 0;
    for (int corner = 0; corner < corners.length && price < most; corner++) {
      int id = corners[corner];
      price +=
          bounds.allow(id, system.count(id) + change(corner, step))
              ? cost[id]
              : Double.POSITIVE_INFINITY;
    }
    return price;
  }

  private static long change(int corner, long step) {
    return Integer.bitCount(corner) % 2 == 0 ? step : -step;
  }

  /** The corners' move with what has to move with it. */
  private Move move(int[] corners, long step, Bounds bounds, double[] cost, double most) {
    List<Integer> ids = new ArrayList<>();
    List<Long> changes = new ArrayList<>();
    CellSystem.Cell first = system.cells().get(corners[0]);
    for (int corner = 0; corner < corners.length; corner++) {
      CellSystem.Cell cell = system.cells().get(corners[corner]);
      if (!cell.tables().equals(first.tables()) || cell.parts().size() != first.parts().size()) {
        return Move.IMPOSSIBLE;
      }
      ids.add(corners[corner]);
      changes.add(change(corner, step));
    }
    Move move = new Move(ids, changes, price(corners, step, bounds, cost, most));
    for (int p = 0; p < first.parts().size() && move.price() < most; p++) {
      move = move.with(parts(corners, p, step, bounds, cost, most - move.price()));
    }
    return move;
  }

  /** The cheapest of the same boxes among the corners' parts in one table. */
  private Move parts(int[] corners, int p, long step, Bounds bounds, double[] cost, double most) {
    CellSystem.Parts first = system.cells().get(corners[0]).parts().get(p);
    int more = system.sizes(first.table()).length - system.cells().get(corners[0]).at().size();
    if (more != 1) {
      return Move.IMPOSSIBLE;
    }
    Move best = Move.IMPOSSIBLE;
    for (int label = 0; label < first.ids().length; label++) {
      int[] among = new int[corners.length];
      boolean alike = true;
      for (int corner = 0; corner < corners.length; corner++) {
        CellSystem.Parts parts = system.cells().get(corners[corner]).parts().get(p);
        alike &= parts.table() == first.table() && parts.ids().length == first.ids().length;
        among[corner] = alike ? parts.ids()[label] : 0;
      }
      double least = Math.min(most, best.price());
      if (alike && price(among, step, bounds, cost, least) < least) {
        Move move = move(among, step, bounds, cost, least);
        best = move.price() < best.price() ? move : best;
      }
    }
    return best;
  }
}
