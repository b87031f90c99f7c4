package org.heed.figures.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heed.figures.Interval;

/**
 * Hides small counts over a whole system of linked tables, and more cells with them so that the
 * small ones cannot be worked out from totals (secondary suppression). For each small cell it looks
 * for the cheapest set of cells that lets it be the least and the most that the rule hides, first
 * by boxes, then by the solver, while every other small cell stays within the rule: someone who
 * knows the rule and which cells are small then learns nothing more. Noughts are drawn in only
 * where nothing else will do. Deterministic: the same tables give the same pattern.
 */
public final class Suppression {
  private final CellSystem system;
  private final Rule rule;
  private final TreeSet<Integer> primary = new TreeSet<>();
  private final TreeSet<Integer> hidden = new TreeSet<>();
  private boolean noughtsHidden;

  private Suppression(CellSystem system, Rule rule) {
    this.system = system;
    this.rule = rule;
  }

  /** The tables of a release, hidden and audited together. */
  public static SuppressedTables of(List<Table> tables, Rule rule) {
    Suppression suppression = new Suppression(new CellSystem(tables), rule);
    suppression.hide();
    return suppression.audited();
  }

  private void hide() {
    for (int id = 0; id < system.cells().size(); id++) {
      if (rule.hides(system.cells().get(id).count())) {
        primary.add(id);
      }
    }
    hidden.addAll(primary);
    noughtsHidden = rule.hideZero();
    for (int id : primary) {
      long count = system.cells().get(id).count();
      protect(id, rule.least(), count);
      protect(id, rule.most(), count);
    }
  }

  private void protect(int id, long target, long count) {
    if (target == count && rule.least() < rule.most()) {
      return;
    }
    boolean done = target != count && reach(id, target, true, false);
    done |= !done && target != count && reach(id, target, true, true);
    if (!done) {
      protectLoosely(id, target >= count, count);
    }
  }

  /** Where those who know the rule learn the count come what may, leave the others in doubt. */
  private void protectLoosely(int id, boolean up, long count) {
    if (!(up ? reachAbove(id, count) : reachBelow(id, count))) {
      if (up) {
        reachBelow(id, count);
      } else {
        reachAbove(id, count);
      }
    }
  }

  private boolean reachAbove(int id, long count) {
    for (long target = Math.max(rule.hideBelow(), count + 1); target > count; target--) {
      if (reach(id, target, false, true)) {
        return true;
      }
    }
    return false;
  }

  private boolean reachBelow(int id, long count) {
    for (long target = 0; target < count; target++) {
      if (reach(id, target, false, true)) {
        return true;
      }
    }
    return false;
  }

  private boolean reach(int id, long target, boolean knowing, boolean noughts) {
    Map<Integer, Program.Bounds> bounds = bounds(allIds(), knowing, noughts);
    Optional<List<Integer>> found =
        new Boxes(system).cheapest(id, target, bounds, cell -> cost(cell, noughts));
    if (found.isEmpty()) {
      List<Integer> usable = new ArrayList<>();
      Map<Integer, Double> costs = new HashMap<>();
      for (int cell : allIds()) {
        double cost = cost(cell, noughts);
        if (Double.isFinite(cost)) {
          usable.add(cell);
          costs.put(cell, cost);
        }
      }
      found = new Program(system, usable).cheapest(id, target, bounds, costs);
    }
    found.ifPresent(hidden::addAll);
    noughtsHidden |=
        found.stream().flatMap(List::stream).anyMatch(c -> system.cells().get(c).count() == 0);
    return found.isPresent();
  }

  private double cost(int id, boolean noughts) {
    if (hidden.contains(id)) {
      return 0;
    }
    long count = system.cells().get(id).count();
    if (count == 0) {
      return noughts ? 1000 : Double.POSITIVE_INFINITY;
    }
    return 1.0 + count;
  }

  private List<Integer> allIds() {
    List<Integer> ids = new ArrayList<>();
    for (int id = 0; id < system.cells().size(); id++) {
      ids.add(id);
    }
    return ids;
  }

  private Map<Integer, Program.Bounds> bounds(
      Iterable<Integer> ids, boolean knowing, boolean noughts) {
    Map<Integer, Program.Bounds> bounds = new HashMap<>();
    for (int id : ids) {
      if (knowing && primary.contains(id)) {
        bounds.put(id, new Program.Bounds(rule.least(), rule.most()));
      } else {
        double least = knowing && !noughts && !noughtsHidden ? 1 : 0;
        bounds.put(id, new Program.Bounds(least, Double.POSITIVE_INFINITY));
      }
    }
    return bounds;
  }

  private SuppressedTables audited() {
    List<SuppressedTables.Audited> audit = new ArrayList<>();
    for (SortedSet<Integer> part : Components.of(system, hidden)) {
      Program program = new Program(system, List.copyOf(part));
      Map<Integer, Program.Bounds> plain = bounds(part, false, true);
      Map<Integer, Program.Bounds> knowing = bounds(part, true, noughtsHidden);
      for (int id : part) {
        audit.add(
            new SuppressedTables.Audited(
                system.cells().get(id).at(),
                range(program, id, plain),
                range(program, id, knowing),
                primary.contains(id)));
      }
    }
    return new SuppressedTables(system, new TreeSet<>(hidden), audit);
  }

  private Interval range(Program program, int id, Map<Integer, Program.Bounds> bounds) {
    double count = system.cells().get(id).count();
    double lower = program.end(id, false, bounds).orElse(count);
    double upper = program.end(id, true, bounds).orElse(count);
    return new Interval(Math.min(lower, count), Math.max(upper, count), 1);
  }
}
