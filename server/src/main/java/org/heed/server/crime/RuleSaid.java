package org.heed.server.crime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A counting rule that took part in a crime, its version then, and what it did.
 *
 * @param rule its id in the rulebook
 */
public record RuleSaid(String rule, String version, String says) {
  private static final int FIELDS = 3;

  /** As the record has them, a line each. */
  static String text(List<RuleSaid> said) {
    return said.stream()
        .map(one -> one.rule() + "\t" + one.version() + "\t" + one.says())
        .collect(Collectors.joining("\n"));
  }

  /** From the record; none where it has none. */
  static List<RuleSaid> parse(@Nullable String text) {
    List<RuleSaid> said = new ArrayList<>();
    if (text != null) {
      text.lines()
          .map(line -> line.split("\t", FIELDS))
          .filter(fields -> fields.length == FIELDS)
          .forEach(fields -> said.add(new RuleSaid(fields[0], fields[1], fields[2])));
    }
    return said;
  }
}
