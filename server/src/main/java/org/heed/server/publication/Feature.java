package org.heed.server.publication;

import java.util.List;
import org.heed.server.access.Refused;

/**
 * What a part of a breakdown has in common.
 *
 * @param dimension what it is broken down by, as {@link Breakdown} names it
 * @param label of the part
 */
public record Feature(String dimension, String label) {
  private static final List<String> DIMENSIONS = List.of("flag", "notice", "recency", "what");

  /** Checks. */
  public Feature {
    if (!DIMENSIONS.contains(dimension)) {
      throw new Refused(
          Refused.Code.INVALID, "of is one of " + String.join(", ", DIMENSIONS) + " and a label.");
    }
  }

  /** From an address: {@code notice:third-party}. */
  public static Feature parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Feature("", text)
        : new Feature(text.substring(0, colon), text.substring(colon + 1));
  }

  /** As addresses have it. */
  public String code() {
    return dimension + ":" + label;
  }
}
