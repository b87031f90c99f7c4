package org.heed.rulebook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * An example that a standard carries.
 *
 * @param about what happened, in words
 * @param nation where
 * @param born the child's day of birth
 * @param facts by the calendar's wall clock
 * @param now when it is looked at
 * @param state what the standard's clocks then are, in order of their starts, in words
 * @param due the deadlines of those that have one, if they are told
 */
public record StandardExample(
    String about,
    Optional<String> nation,
    Optional<LocalDate> born,
    List<Fact> facts,
    LocalDateTime now,
    List<String> state,
    List<LocalDateTime> due,
    Where at) {
  public StandardExample {
    facts = List.copyOf(facts);
    state = List.copyOf(state);
    due = List.copyOf(due);
  }

  /**
   * Something that was done or happened.
   *
   * @param of what it belongs to, such as one missing episode among several
   * @param child whose it is, where the case has several children
   */
  public record Fact(
      String kind,
      LocalDateTime when,
      Optional<String> of,
      Optional<String> child,
      Optional<String> reason) {}
}
