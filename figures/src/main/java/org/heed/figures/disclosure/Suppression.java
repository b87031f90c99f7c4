package org.heed.figures.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heed.figures.Interval;

/**
 * Hides small counts over a whole system of linked tables, and more cells with them so that the
 * small ones cannot be worked out from totals (secondary suppression). For each small cell it looks
 * for the cheapest set of cells that lets it be the least and the most that the rule hides, or as
 * near to that as the totals allow, first by boxes, then by the solver, while every other small
 * cell stays within the rule: someone who knows the rule and which cells are small then learns
 * nothing more. Noughts are drawn in only where nothing else will do. Deterministic: the same
 * tables give the same pattern.
 */
public final class Suppression {
  private static final double COST_OF_NOUGHT = 1000;

  private final CellSystem system;
  private final Rule rule;
  private final Boxes boxes;
  private final TreeSet<Integer> primary = new TreeSet<>();
  private final TreeSet<Integer> hidden = new TreeSet<>();
  private final Bounds shown;
  private boolean noughtsHidden;

  private Suppression(CellSystem system, Rule rule) {
    this.system = system;
    this.rule = rule;
    this.boxes = new Boxes(system);
    this.shown = Bounds.exactly(system);
  }

  /** The tables of a release, hidden and audited together. */
  public static SuppressedTables of(List<Table> tables, Rule rule) {
    Suppression suppression = new Suppression(new CellSystem(tables), rule);
    suppression.hide();
    return suppression.audited();
  }

  private void hide() {
    for (int id = 0; id < system.cells().size(); id++) {
      if (rule.hides(system.count(id))) {
        primary.add(id);
      }
    }
    hidden.addAll(primary);
    noughtsHidden = rule.hideZero();
    Bounds outermost = bounds(true, true);
    outermost.drawIn(system);
    for (int id : primary) {
      boolean down = downTo(id, outermost);
      boolean up = upTo(id, outermost);
      if (!down && !up) {
        protectLoosely(id);
      }
    }
  }

  /** Lets a small cell be the least that the rule hides, or else as little as can be. */
  private boolean downTo(int id, Bounds outermost) {
    long count = system.count(id);
    for (long target = Math.max(rule.least(), outermost.lower()[id]); target < count; target++) {
      if (shown.lower()[id] <= target || reachKnowing(id, target)) {
        return true;
      }
    }
    return false;
  }

  private boolean upTo(int id, Bounds outermost) {
    long count = system.count(id);
    for (long target = Math.min(rule.most(), outermost.upper()[id]); target > count; target--) {
      if (shown.upper()[id] >= target || reachKnowing(id, target)) {
        return true;
      }
    }
    return false;
  }

  private boolean reachKnowing(int id, long target) {
    return reach(id, target, true, false) || reach(id, target, true, true);
  }

  /** Where those who know the rule learn the count come what may, leave the others in doubt. */
  private void protectLoosely(int id) {
    long count = system.count(id);
    Bounds outermost = bounds(false, true);
    outermost.drawIn(system);
    long most = Math.min(Math.max(rule.hideBelow(), count + 1), outermost.upper()[id]);
    for (long target = most; target > count; target--) {
      if (reach(id, target, false, true)) {
        return;
      }
    }
    for (long target = outermost.lower()[id]; target < count; target++) {
      if (reach(id, target, false, true)) {
        return;
      }
    }
  }

  private boolean reach(int id, long target, boolean knowing, boolean noughts) {
    Bounds bounds = bounds(knowing, noughts);
    double[] cost = cost(noughts);
    Optional<Boxes.Move> box = boxes.cheapest(id, target, bounds, cost);
    if (box.isPresent()) {
      box.get().ids().forEach(this::hideToo);
      if (knowing) {
        show(box.get());
      }
      return true;
    }
    bounds.drawIn(system);
    if (!bounds.allow(id, target)) {
      return false;
    }
    Optional<List<Integer>> found = Optional.empty();
    for (int[] usable : new int[][] {usable(cost, true), usable(cost, false)}) {
      if (found.isEmpty()) {
        found = new Program(system, usable).cheapest(id, target, bounds, cost);
      }
    }
    found.ifPresent(ids -> ids.forEach(this::hideToo));
    return found.isPresent();
  }

  private void hideToo(int id) {
    hidden.add(id);
    noughtsHidden |= system.count(id) == 0;
  }

  /** Remembers counts that are possible within the rule with what is hidden now. */
  private void show(Boxes.Move move) {
    for (int i = 0; i < move.ids().size(); i++) {
      int id = move.ids().get(i);
      long count = system.count(id) + move.changes().get(i);
      shown.lower()[id] = Math.min(shown.lower()[id], count);
      shown.upper()[id] = Math.max(shown.upper()[id], count);
    }
  }

  /** Cells that may be hidden: those that are already, or all. */
  private int[] usable(double[] cost, boolean hiddenOnly) {
    List<Integer> usable = new ArrayList<>();
    for (int id = 0; id < cost.length; id++) {
      if (hiddenOnly ? hidden.contains(id) : Double.isFinite(cost[id])) {
        usable.add(id);
      }
    }
    return usable.stream().mapToInt(Integer::intValue).toArray();
  }

  private double[] cost(boolean noughts) {
    double[] cost = new double[system.cells().size()];
    for (int id = 0; id < cost.length; id++) {
      long count = system.count(id);
      double nought = noughts ? COST_OF_NOUGHT : Double.POSITIVE_INFINITY;
      cost[id] = hidden.contains(id) ? 0 : count == 0 ? nought : 1.0 + count;
    }
    return cost;
  }

  /**
   * What cells may be.
   *
   * @param knowing to someone who knows the rule and which cells are small
   * @param noughts whether a hidden cell may be nought, though the rule shows noughts
   */
  private Bounds bounds(boolean knowing, boolean noughts) {
    Bounds bounds = Bounds.open(system);
    for (int id = 0; knowing && id < system.cells().size(); id++) {
      if (primary.contains(id)) {
        bounds.narrow(id, rule.least(), rule.most());
      } else if (!noughts && !noughtsHidden) {
        bounds.narrow(id, Math.min(1, system.count(id)), Long.MAX_VALUE);
      }
    }
    return bounds;
  }

  private SuppressedTables audited() {
    Bounds knowing = Bounds.exactly(system);
    Bounds plain = Bounds.exactly(system);
    List<SuppressedTables.Audited> audit = new ArrayList<>();
    for (SortedSet<Integer> part : Components.of(system, hidden)) {
      int[] unknown = part.stream().mapToInt(Integer::intValue).toArray();
      Ranges.find(system, unknown, bounds(true, noughtsHidden), knowing);
      for (int id : unknown) {
        plain.lower()[id] = knowing.lower()[id];
        plain.upper()[id] = knowing.upper()[id];
      }
      Ranges.find(system, unknown, bounds(false, true), plain);
      Arrays.stream(unknown)
          .forEach(id ->
              audit.add(
                  new SuppressedTables.Audited(
                      system.cells().get(id).at(),
                      range(plain, id),
                      range(knowing, id),
                      primary.contains(id))));
    }
    return new SuppressedTables(system, new TreeSet<>(hidden), audit);
  }

  private static Interval range(Bounds bounds, int id) {
    return new Interval(bounds.lower()[id], bounds.upper()[id], 1);
  }
}
