package org.heed.server.publication;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.heed.rulebook.OffenceClass;
import org.heed.server.access.Refused;
import org.heed.server.publication.counted.Dimension;

/**
 * What a part of a breakdown has in common.
 *
 * @param dimension what it is broken down by, as {@link Breakdown} names it, or {@code group}
 * @param label of the part; of a group the rulebook's name of it, empty for what it does not know
 */
public record Feature(String dimension, String label) {
  /** The offence classes that the rulebook puts together. */
  public static final String GROUP = "group";

  private static final List<String> DIMENSIONS =
      List.of("flag", "notice", "recency", "what", GROUP);

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

  /** What of the record it is a feature of. */
  String of() {
    return dimension.equals(GROUP) ? Dimension.WHAT.code() : dimension;
  }

  /**
   * The labels that have it.
   *
   * @param all the labels there are
   */
  Set<String> labels(List<String> all, List<OffenceClass> classes) {
    if (!dimension.equals(GROUP)) {
      return Set.of(label);
    }
    Map<String, String> groups =
        classes.stream()
            .collect(
                Collectors.toMap(OffenceClass::code, OffenceClass::group, (first, _) -> first));
    return all.stream()
        .filter(each -> groups.getOrDefault(each, "").equals(label))
        .collect(Collectors.toSet());
  }

  /** As addresses have it. */
  public String code() {
    return dimension + ":" + label;
  }
}
