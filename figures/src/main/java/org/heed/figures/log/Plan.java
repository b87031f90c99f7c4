package org.heed.figures.log;

import java.util.List;
import java.util.Set;

/**
 * A question turned into look-ups: a day gives the start of its period's cells, a label a step from
 * there. A step far below zero drops the row.
 */
final class Plan {
  static final int BLOCK = 4096;

  private final int clock;
  private final int[] offsets;
  private final int[] dimensions;
  private final int[][] steps;
  private final int cells;

  private Plan(int clock, int[] offsets, int[] dimensions, int[][] steps, int cells) {
    this.clock = clock;
    this.offsets = offsets;
    this.dimensions = dimensions;
    this.steps = steps;
    this.cells = cells;
  }

  static Plan of(Question question, Schema schema, Labels labels) {
    List<String> groupBy = question.groupBy();
    int inPeriod = 1;
    for (String name : groupBy) {
      inPeriod = Math.multiplyExact(inPeriod, labels.size(schema.dimension(name)));
    }
    List<String> used =
        schema.dimensions().stream()
            .filter(name -> groupBy.contains(name) || question.only().containsKey(name))
            .toList();
    question.only().keySet().forEach(schema::dimension);
    int[] dimensions = new int[used.size()];
    int[][] steps = new int[used.size()][];
    for (int i = 0; i < used.size(); i++) {
      dimensions[i] = schema.dimension(used.get(i));
      steps[i] = steps(question, used.get(i), dimensions[i], schema, labels);
    }
    int cells = Math.multiplyExact(inPeriod, question.periods().size());
    if (cells > -Question.OUTSIDE) {
      throw new IllegalArgumentException("too many cells to count at once: " + cells);
    }
    int[] offsets = question.periods().offsets(inPeriod);
    return new Plan(schema.clock(question.clock()), offsets, dimensions, steps, cells);
  }

  private static int[] steps(
      Question question, String name, int dimension, Schema schema, Labels labels) {
    List<String> groupBy = question.groupBy();
    int stride = groupBy.contains(name) ? 1 : 0;
    for (int i = groupBy.indexOf(name) + 1; stride > 0 && i < groupBy.size(); i++) {
      stride *= labels.size(schema.dimension(groupBy.get(i)));
    }
    Set<String> only = question.only().get(name);
    if (stride == 1 && only == null) {
      return new int[0];
    }
    int[] steps = new int[labels.size(dimension)];
    for (int code = 0; code < steps.length; code++) {
      boolean kept = only == null || only.contains(labels.of(dimension, code));
      steps[code] = kept ? code * stride : Question.OUTSIDE;
    }
    return steps;
  }

  /** Which clock. */
  int clock() {
    return clock;
  }

  /** For each day, where its period's cells begin. */
  int[] offsets() {
    return offsets;
  }

  /** Which dimensions matter. */
  int[] dimensions() {
    return dimensions;
  }

  /** For each of them and each label, the step; empty where the step is the label itself. */
  int[][] steps() {
    return steps;
  }

  /** How many cells there are. */
  int cells() {
    return cells;
  }
}
