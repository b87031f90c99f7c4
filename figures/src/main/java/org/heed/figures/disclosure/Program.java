package org.heed.figures.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * What a set of unknown cells could be, as a programme for the solver: every equation that holds
 * between them, and bounds on each.
 */
final class Program {
  private static final double NEAR = 1e-6;

  private final CellSystem system;
  private final int[] unknown;
  private final int[] index;

  /** Over these cells; all others are known. */
  Program(CellSystem system, int[] unknown) {
    this.system = system;
    this.unknown = unknown.clone();
    this.index = new int[system.cells().size()];
    Arrays.fill(index, -1);
    for (int i = 0; i < unknown.length; i++) {
      index[unknown[i]] = i;
    }
  }

  /**
   * The counts, in the order of the unknown, at which a weighted sum of them is greatest; empty
   * where the bounds allow nothing at all.
   *
   * @param whole whether they must be whole numbers; otherwise they need not
   */
  Optional<double[]> greatest(double[] weight, Bounds bounds, boolean whole) {
    ExpressionsBasedModel model = model(bounds, whole);
    for (int i = 0; i < unknown.length; i++) {
      if (weight[i] != 0) {
        model.getVariable(i).weight(weight[i]);
      }
    }
    Optimisation.Result result = model.maximise();
    if (!result.getState().isFeasible()) {
      return Optional.empty();
    }
    double[] counts = new double[unknown.length];
    Arrays.setAll(counts, result::doubleValue);
    return Optional.of(counts);
  }

  /** The nearest whole numbers, if all are as good as whole. */
  static Optional<long[]> whole(double[] counts) {
    long[] whole = new long[counts.length];
    for (int i = 0; i < counts.length; i++) {
      whole[i] = Math.round(counts[i]);
      if (Math.abs(counts[i] - whole[i]) > NEAR) {
        return Optional.empty();
      }
    }
    return Optional.of(whole);
  }

  /**
   * The cheapest way for a cell to have another count, as the cells that would differ; empty where
   * there is none. Asked in what is added to and taken from each count, which no equation may
   * notice.
   */
  Optional<List<Integer>> cheapest(int cell, long target, Bounds bounds, double[] costs) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    for (int id : unknown) {
      long count = system.count(id);
      long least = id == cell ? target : bounds.lower()[id];
      long most = id == cell ? target : bounds.upper()[id];
      double cost = costs[id] + 1e-4;
      model
          .newVariable("more" + id)
          .lower(Math.max(0, least - count))
          .upper(Math.max(0, most - count))
          .weight(cost);
      model
          .newVariable("less" + id)
          .lower(Math.max(0, count - most))
          .upper(Math.max(0, count - least))
          .weight(cost);
    }
    for (int e = 0; e < system.equations().size(); e++) {
      addBalance(model, system.equations().get(e), e);
    }
    Optimisation.Result result = model.minimise();
    if (!result.getState().isFeasible()) {
      return Optional.empty();
    }
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < unknown.length; i++) {
      if (Math.abs(result.doubleValue(2 * i) - result.doubleValue(2 * i + 1)) > NEAR) {
        changed.add(unknown[i]);
      }
    }
    return Optional.of(changed);
  }

  private void addBalance(ExpressionsBasedModel model, CellSystem.Equation equation, int e) {
    Expression balance = null;
    int[] members = Arrays.copyOf(equation.parts(), equation.parts().length + 1);
    members[members.length - 1] = equation.total();
    for (int m = 0; m < members.length; m++) {
      if (members[m] >= 0 && index[members[m]] >= 0) {
        balance = balance == null ? model.newExpression("sum" + e).level(0) : balance;
        int sign = m == members.length - 1 ? -1 : 1;
        balance.set(model.getVariable(2 * index[members[m]]), sign);
        balance.set(model.getVariable(2 * index[members[m]] + 1), -sign);
      }
    }
  }

  private ExpressionsBasedModel model(Bounds bounds, boolean whole) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    for (int id : unknown) {
      model
          .newVariable("cell" + id)
          .lower(bounds.lower()[id])
          .upper(bounds.upper()[id])
          .integer(whole);
    }
    for (int e = 0; e < system.equations().size(); e++) {
      addEquation(model, system.equations().get(e), e);
    }
    return model;
  }

  private void addEquation(ExpressionsBasedModel model, CellSystem.Equation equation, int e) {
    long rest = equation.published();
    boolean free = false;
    for (int part : equation.parts()) {
      free |= index[part] >= 0;
      rest -= index[part] >= 0 ? 0 : system.count(part);
    }
    int total = equation.total();
    boolean totalFree = total >= 0 && index[total] >= 0;
    rest += total >= 0 && !totalFree ? system.count(total) : 0;
    if (!free && !totalFree) {
      return;
    }
    Expression expression = model.newExpression("sum" + e).level(rest);
    for (int part : equation.parts()) {
      if (index[part] >= 0) {
        expression.set(model.getVariable(index[part]), 1);
      }
    }
    if (totalFree) {
      expression.set(model.getVariable(index[total]), -1);
    }
  }
}
