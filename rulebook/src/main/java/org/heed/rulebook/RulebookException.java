package org.heed.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** A rulebook could not be loaded. Carries every mistake found, in file and line order. */
public final class RulebookException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  RulebookException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
