package org.heed.figures.disclosure;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.heed.figures.Interval;

/**
 * The range in which each of a set of unknown counts must lie. Equations draw the ends in from
 * outside; every set of whole counts come upon pushes them out from inside; where the two meet an
 * end is found. What is left is asked of the solver one end at a time. Nothing is said to be
 * possible of which no whole table has been seen: in tables linked in more than two dimensions,
 * with many unknown cells, a range can so be narrower than it is, and never wider.
 */
final class Ranges {
  private static final long SEED = 1;
  private static final double NEAR = 1e-6;

  /** With more unknown cells than this, programmes in whole numbers take too long. */
  private static final int FEW = 60;

  /** With more than this, any programme does. */
  private static final int MANY = 1_200;

  private static final int TRIES = 4;

  private final CellSystem system;
  private final int[] unknown;
  private final Program program;
  private final Bounds outer;
  private final Bounds inner;
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  private Ranges(CellSystem system, int[] unknown, Bounds bounds, Bounds inner) {
    this.system = system;
    this.unknown = unknown;
    this.program = new Program(system, unknown);
    this.inner = inner;
    this.outer = Bounds.exactly(system);
    for (int id : unknown) {
      outer.lower()[id] = bounds.lower()[id];
      outer.upper()[id] = bounds.upper()[id];
    }
    outer.drawIn(system);
  }

  /**
   * The ranges.
   *
   * @param unknown the cells that are not known
   * @param bounds what each may be, its count among it
   * @param possible for each cell, counts known to be possible; widened in place
   */
  static void find(CellSystem system, int[] unknown, Bounds bounds, Bounds possible) {
    Ranges ranges = new Ranges(system, unknown, bounds, possible);
    ranges.byBoxes();
    if (unknown.length <= MANY) {
      ranges.together();
      ranges.oneByOne();
    }
  }

  private void byBoxes() {
    Boxes boxes = new Boxes(system);
    for (int id : unknown) {
      Interval reach = boxes.reach(id, outer);
      inner.lower()[id] = Math.min(inner.lower()[id], (long) reach.lower());
      inner.upper()[id] = Math.max(inner.upper()[id], (long) reach.upper());
    }
  }

  /** Pushes all ends at once, in directions at random, for as long as that finds enough. */
  private void together() {
    int open = open();
    int found = open;
    while (open > 0 && found * 20 >= open) {
      double[] weight = new double[unknown.length];
      for (int i = 0; i < unknown.length; i++) {
        boolean up = inner.upper()[unknown[i]] < outer.upper()[unknown[i]];
        boolean down = inner.lower()[unknown[i]] > outer.lower()[unknown[i]];
        boolean upwards = up && (!down || random.nextBoolean());
        weight[i] = (up || down) ? (upwards ? 1 : -1) * (1 + random.nextDouble()) : 0;
      }
      program.greatest(weight, outer, false).flatMap(Program::whole).ifPresent(this::learn);
      int left = open();
      found = open - left;
      open = left;
    }
  }

  private void oneByOne() {
    for (int i = 0; i < unknown.length; i++) {
      end(i, true);
      end(i, false);
    }
  }

  private void end(int i, boolean up) {
    int id = unknown[i];
    for (int go = 0; go < TRIES && !found(id, up); go++) {
      boolean last = go == TRIES - 1;
      boolean whole = last && unknown.length <= FEW;
      if (last && !whole) {
        return;
      }
      double[] weight = new double[unknown.length];
      // another corner of the same face may be whole where one is not
      for (int other = 0; go > 0 && !last && other < weight.length; other++) {
        weight[other] = 1e-4 * (random.nextDouble() - 0.5);
      }
      weight[i] = up ? 1 : -1;
      Optional<double[]> counts = program.greatest(weight, outer, whole);
      if (counts.isEmpty()) {
        return;
      }
      counts.flatMap(Program::whole).ifPresent(this::learn);
      if (go == 0 || whole) {
        narrow(id, up, counts.get()[i]);
      }
    }
  }

  private void narrow(int id, boolean up, double end) {
    if (up) {
      outer.narrow(id, Long.MIN_VALUE, (long) Math.floor(end + NEAR));
    } else {
      outer.narrow(id, (long) Math.ceil(end - NEAR), Long.MAX_VALUE);
    }
  }

  private boolean found(int id, boolean up) {
    return up ? inner.upper()[id] >= outer.upper()[id] : inner.lower()[id] <= outer.lower()[id];
  }

  private int open() {
    return (int)
        Arrays.stream(unknown)
            .mapToLong(id -> (found(id, true) ? 0 : 1) + (found(id, false) ? 0 : 1))
            .sum();
  }

  /** These counts are possible, if they satisfy every equation to the last unit. */
  private void learn(long[] counts) {
    long[] all = new long[system.cells().size()];
    Arrays.setAll(all, system::count);
    for (int i = 0; i < unknown.length; i++) {
      all[unknown[i]] = counts[i];
      if (!outer.allow(unknown[i], counts[i])) {
        return;
      }
    }
    for (CellSystem.Equation equation : system.equations()) {
      long sum = 0;
      for (int part : equation.parts()) {
        sum += all[part];
      }
      if (sum != (equation.total() < 0 ? equation.published() : all[equation.total()])) {
        return;
      }
    }
    for (int id : unknown) {
      inner.lower()[id] = Math.min(inner.lower()[id], all[id]);
      inner.upper()[id] = Math.max(inner.upper()[id], all[id]);
    }
  }
}
