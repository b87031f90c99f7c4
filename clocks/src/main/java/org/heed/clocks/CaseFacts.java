package org.heed.clocks;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a case.
 *
 * @param nation where it is, as standards name it
 * @param born the child's day of birth
 * @param facts in order of time
 */
public record CaseFacts(Optional<String> nation, Optional<LocalDate> born, List<Fact> facts) {
  public CaseFacts {
    facts = facts.stream().sorted(Comparator.comparing(Fact::at)).toList();
  }

  @Override
  public String toString() {
    return "CaseFacts[" + facts.size() + " facts]";
  }
}
