package org.heed.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a case.
 *
 * @param nation where it is, as standards name it
 * @param children whom it has to keep safe
 * @param facts in order of time
 */
public record CaseFacts(Optional<String> nation, List<Child> children, List<Fact> facts) {
  public CaseFacts {
    children = List.copyOf(children);
    facts = facts.stream().sorted(Fact.ORDER).toList();
  }

  /**
   * A child of the case.
   *
   * @param id as facts name them
   * @param born their day of birth, if it is known
   */
  public record Child(String id, Optional<LocalDate> born) {
    @Override
    public String toString() {
      return "Child";
    }
  }

  /** The child whose a fact is, or, where it names none, any of them. */
  List<Child> whose(Fact fact) {
    return fact.child().isEmpty()
        ? children
        : children.stream().filter(child -> fact.child().get().equals(child.id())).toList();
  }

  @Override
  public String toString() {
    return "CaseFacts[" + facts.size() + " facts]";
  }
}
