package org.heed.figures.decompose;

import java.util.Map;
import org.heed.figures.RefusedInput;

/** A part of a rate expression. A number is a vector of one and goes with any length. */
sealed interface Node {
  double[] value(Map<String, double[]> factors);

  /** A number written out. */
  record Constant(double number) implements Node {
    @Override
    public double[] value(Map<String, double[]> factors) {
      return new double[] {number};
    }
  }

  /** A factor, by its name. */
  record Factor(String name) implements Node {
    @Override
    public double[] value(Map<String, double[]> factors) {
      double[] value = factors.get(name);
      if (value == null) {
        throw new RefusedInput("rate", "names a factor that is not given: " + name);
      }
      return value;
    }
  }

  /** A vector added up. */
  record Sum(Node of) implements Node {
    @Override
    public double[] value(Map<String, double[]> factors) {
      double sum = 0;
      for (double each : of.value(factors)) {
        sum += each;
      }
      return new double[] {sum};
    }
  }

  /** Two parts joined by an operator. */
  record Binary(char operator, Node left, Node right) implements Node {
    @Override
    public double[] value(Map<String, double[]> factors) {
      double[] a = left.value(factors);
      double[] b = right.value(factors);
      RefusedInput.unless(
          a.length == b.length || a.length == 1 || b.length == 1,
          "rate",
          "joins vectors of " + a.length + " and " + b.length);
      double[] joined = new double[Math.max(a.length, b.length)];
      for (int i = 0; i < joined.length; i++) {
        joined[i] = join(a[a.length == 1 ? 0 : i], b[b.length == 1 ? 0 : i]);
      }
      return joined;
    }

    private double join(double a, double b) {
      return switch (operator) {
        case '+' -> a + b;
        case '-' -> a - b;
        case '*' -> a * b;
        case '/' -> a / b;
        default -> throw new IllegalStateException("no operator " + operator);
      };
    }
  }
}
