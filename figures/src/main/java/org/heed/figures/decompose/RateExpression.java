package org.heed.figures.decompose;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heed.figures.RefusedInput;

/**
 * A rate as a function of named factors, such as {@code sum(size*rate)/sum(size)}. Factors are
 * numbers or vectors of one length; {@code + - * /} work element by element, and {@code sum} adds a
 * vector up. Nothing else can be said in it, so an expression from outside is safe to evaluate.
 */
public final class RateExpression {
  private final Node root;

  private RateExpression(Node root) {
    this.root = root;
  }

  /**
   * Reads an expression.
   *
   * @throws RefusedInput where it is not one, saying at which character
   */
  public static RateExpression parse(String text) {
    return new RateExpression(new RateParser(text).parse());
  }

  /** The factors it names. */
  public Set<String> factors() {
    Set<String> names = new TreeSet<>();
    collect(root, names);
    return names;
  }

  /**
   * Its value.
   *
   * @throws RefusedInput where a factor is missing, lengths differ, or the value is not one finite
   *     number
   */
  public double value(Map<String, double[]> factors) {
    double[] value = root.value(factors);
    RefusedInput.unless(value.length == 1, "rate", "is a vector, not one number: use sum()");
    RefusedInput.unless(
        Double.isFinite(value[0]), "rate", "is not a finite number, as when dividing by zero");
    return value[0];
  }

  private static void collect(Node node, Set<String> names) {
    switch (node) {
      case Node.Constant _ -> {}
      case Node.Factor factor -> names.add(factor.name());
      case Node.Sum sum -> collect(sum.of(), names);
      case Node.Binary binary -> {
        collect(binary.left(), names);
        collect(binary.right(), names);
      }
    }
  }
}
