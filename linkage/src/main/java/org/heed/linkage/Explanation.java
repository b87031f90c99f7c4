package org.heed.linkage;

import java.util.List;

/**
 * Why a pair has its weight: parts that add up to it exactly.
 *
 * @param weight the pair's
 * @param parts what it starts from, then one for each comparison
 */
public record Explanation(double weight, List<Part> parts) {
  /** The level of a comparison of which one record says nothing. */
  public static final String NOT_KNOWN = "not known of both";

  /**
   * One comparison's part.
   *
   * @param comparison its name
   * @param level at which the pair is
   * @param weight to base 2
   */
  public record Part(String comparison, String level, double weight) {}

  public Explanation {
    parts = List.copyOf(parts);
  }

  /** The probability that the pair is of one person. */
  public double probability() {
    return Weights.probability(weight);
  }
}
