package org.heed.figures.log;

import java.util.Arrays;
import java.util.List;

/**
 * The answer to a question: one count for each period and each combination of labels. A count below
 * zero is kept as it is.
 */
public final class Counts {
  private final Question question;
  private final List<List<String>> labels;
  private final int[] cells;

  Counts(Question question, List<List<String>> labels, int[] cells) {
    this.question = question;
    this.labels = labels;
    this.cells = cells;
  }

  public Question question() {
    return question;
  }

  /** The labels of each dimension grouped by, in the order of the cells. */
  public List<List<String>> labels() {
    return labels;
  }

  /** The count in a period and, for each dimension grouped by, a label; none unknown is zero. */
  public long of(int period, String... label) {
    int cell = 0;
    for (int i = 0; i < labels.size(); i++) {
      int code = labels.get(i).indexOf(label[i]);
      if (code < 0) {
        return 0;
      }
      cell = cell * labels.get(i).size() + code;
    }
    return cells[period * cellsInPeriod() + cell];
  }

  /** The sum over everything asked. */
  public long total() {
    return Arrays.stream(cells).asLongStream().sum();
  }

  /** The sums of the periods. */
  public long[] byPeriod() {
    long[] sums = new long[question.periods().size()];
    for (int i = 0; i < cells.length; i++) {
      sums[i / cellsInPeriod()] += cells[i];
    }
    return sums;
  }

  /** A copy of the cells: by period, then by the dimensions in order, the last fastest. */
  public int[] cells() {
    return cells.clone();
  }

  private int cellsInPeriod() {
    return labels.stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
  }
}
