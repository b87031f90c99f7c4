package org.heed.rulebook;

import java.util.List;

/**
 * One pattern that is looked for across reports.
 *
 * @param id which of {@link #IDS} it is
 * @param version of the thresholds
 * @param says what is counted, after a number
 * @param least the least count that is worth a look
 * @param days counted within so many days
 */
public record PatternRule(
    String id, String version, String says, String source, int least, int days, Where at) {
  /** What can be looked for. */
  public static final List<String> IDS =
      List.of(
          "place-of-children",
          "suspect-of-children",
          "missing-at-place",
          "phone-passed-around",
          "child-adds-up",
          "cluster-at-place",
          "bridge-at-place",
          "bridge-by-phone",
          "bridge-by-suspect");
}
