package org.heed.rulebook;

import java.time.LocalDate;
import java.util.List;

/**
 * A counting rule: what it does, in words and for the machine, with its own examples.
 *
 * @param version of the rule, in its source
 * @param inForce the day from which the source has the rule so
 */
public record CountingRule(
    String id,
    String version,
    LocalDate inForce,
    String says,
    String source,
    CountingEffect effect,
    List<CountingExample> examples,
    Where at) {
  public CountingRule {
    examples = List.copyOf(examples);
  }
}
