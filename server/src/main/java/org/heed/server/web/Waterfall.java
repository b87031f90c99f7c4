package org.heed.server.web;

import java.util.List;
import java.util.Locale;

/**
 * A change between two numbers as steps from one to the other, that add up, with the table that
 * says the same.
 *
 * @param id letters, digits and hyphens, unique on the page
 * @param says the drawing in a sentence or two
 * @param measure what is counted, in words
 * @param steps in order; their changes lead from the first number to the last
 * @param csv the address of the numbers as a file
 * @param unit how many of what is added up make one; where it is more, numbers have a decimal
 */
public record Waterfall(
    String id,
    String title,
    String says,
    String measure,
    Total from,
    List<Step> steps,
    Total to,
    String csv,
    long unit) {

  /** A number at either end. */
  public record Total(String label, long value) {}

  /**
   * A step.
   *
   * @param of what it is a step of, where several belong together, or empty
   */
  public record Step(String label, String of, long change) {}

  /** Of whole numbers. */
  public Waterfall(
      String id,
      String title,
      String says,
      String measure,
      Total from,
      List<Step> steps,
      Total to,
      String csv) {
    this(id, title, says, measure, from, steps, to, csv, 1);
  }

  /** Checks that nothing is left over. */
  public Waterfall {
    steps = List.copyOf(steps);
    long sum = steps.stream().mapToLong(Step::change).sum();
    if (from.value() + sum != to.value()) {
      throw new IllegalArgumentException(
          id + " has " + (to.value() - from.value() - sum) + " left");
    }
  }

  /** A number as it is shown. */
  public String words(long value) {
    if (unit == 1) {
      return Words.number(value);
    }
    String amount = String.format(Locale.UK, "%,.1f", Math.abs((double) value / unit));
    return value < 0 && !amount.equals("0.0") ? "\u2212" + amount : amount;
  }

  /** A change as it is shown: +12, −3.5, 0. */
  public String change(long change) {
    if (unit == 1) {
      return signed(change);
    }
    String amount = words(change);
    return change > 0 && !amount.equals("0.0") ? "+" + amount : amount;
  }

  /** A step's change in whole numbers: +12, −3, 0. */
  public static String signed(long change) {
    return change < 0
        ? "\u2212" + Words.number(-change)
        : change > 0 ? "+" + Words.number(change) : "0";
  }

  /** The number reached after so many steps. */
  public long after(int taken) {
    return from.value() + steps.stream().limit(taken).mapToLong(Step::change).sum();
  }

  /** A drawing for a laptop. */
  public WaterfallDrawing wide() {
    return new WaterfallDrawing(this, 760, "wide");
  }

  /** A drawing for a telephone. */
  public WaterfallDrawing narrow() {
    return new WaterfallDrawing(this, 360, "narrow");
  }
}
