package org.heed.figures.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * What a set of unknown cells could be, as a programme for the solver: every equation that holds
 * between them, and bounds on each. Whole numbers are asked for where few cells are unknown;
 * otherwise the ends of ranges are those of the linear relaxation, brought in to whole numbers.
 */
final class Program {
  private static final int FEW = 40;
  private static final double NEAR = 1e-6;

  private final CellSystem system;
  private final List<Integer> unknown;
  private final Map<Integer, Integer> index = new HashMap<>();
  private final double limit;

  Program(CellSystem system, List<Integer> unknown) {
    this.system = system;
    this.unknown = List.copyOf(unknown);
    for (int id : unknown) {
      index.put(id, index.size());
    }
    limit =
        10.0 * (1000 + system.cells().stream().mapToLong(CellSystem.Cell::count).max().orElse(0));
  }

  /** The least and greatest that a cell may be. */
  record Bounds(double lower, double upper) {}

  /** Where a cell ends when pushed down or up; empty where the bounds allow nothing at all. */
  Optional<Double> end(int cell, boolean up, Map<Integer, Bounds> bounds) {
    ExpressionsBasedModel model = model(bounds, unknown.size() <= FEW);
    Variable pushed = model.getVariable(index.getOrDefault(cell, 0));
    pushed.weight(1);
    Optimisation.Result result = up ? model.maximise() : model.minimise();
    if (!result.getState().isFeasible()) {
      return Optional.empty();
    }
    double end = result.doubleValue(index.getOrDefault(cell, 0));
    double whole = (up ? Math.floor(end + NEAR) : Math.ceil(end - NEAR)) + 0.0;
    return Optional.of(up && whole >= limit * 0.99 ? Double.POSITIVE_INFINITY : whole);
  }

  /**
   * The cheapest way for a cell to have another count, as the cells that would differ; empty where
   * there is none.
   */
  Optional<List<Integer>> cheapest(
      int cell, long target, Map<Integer, Bounds> bounds, Map<Integer, Double> costs) {
    ExpressionsBasedModel model = model(bounds, false);
    for (int i = 0; i < unknown.size(); i++) {
      int id = unknown.get(i);
      long count = system.cells().get(id).count();
      double cost = costs.getOrDefault(id, 0.0) + 1e-4;
      Variable over = model.newVariable("over" + id).lower(0).weight(cost);
      Variable under = model.newVariable("under" + id).lower(0).weight(cost);
      Expression split = model.newExpression("split" + id).level(count);
      split.set(model.getVariable(i), 1).set(over, -1).set(under, 1);
    }
    model.getVariable(index.getOrDefault(cell, 0)).level(target);
    Optimisation.Result result = model.minimise();
    if (!result.getState().isFeasible()) {
      return Optional.empty();
    }
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < unknown.size(); i++) {
      long count = system.cells().get(unknown.get(i)).count();
      if (Math.abs(result.doubleValue(i) - count) > NEAR) {
        changed.add(unknown.get(i));
      }
    }
    return Optional.of(changed);
  }

  private ExpressionsBasedModel model(Map<Integer, Bounds> bounds, boolean whole) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    for (int id : unknown) {
      Bounds of = bounds.getOrDefault(id, new Bounds(0, limit));
      model
          .newVariable("cell" + id)
          .lower(of.lower())
          .upper(Math.min(limit, of.upper()))
          .integer(whole);
    }
    for (int e = 0; e < system.equations().size(); e++) {
      addEquation(model, system.equations().get(e), e);
    }
    return model;
  }

  private void addEquation(ExpressionsBasedModel model, CellSystem.Equation equation, int e) {
    double rest = equation.published();
    List<Integer> free = new ArrayList<>();
    for (int part : equation.parts()) {
      if (index.containsKey(part)) {
        free.add(part);
      } else {
        rest -= system.cells().get(part).count();
      }
    }
    boolean totalFree = equation.total() >= 0 && index.containsKey(equation.total());
    if (equation.total() >= 0 && !totalFree) {
      rest += system.cells().get(equation.total()).count();
    }
    if (free.isEmpty() && !totalFree) {
      return;
    }
    Expression expression = model.newExpression("sum" + e).level(rest);
    for (int part : free) {
      expression.set(model.getVariable(index.getOrDefault(part, 0)), 1);
    }
    if (totalFree) {
      expression.set(model.getVariable(index.getOrDefault(equation.total(), 0)), -1);
    }
  }
}
