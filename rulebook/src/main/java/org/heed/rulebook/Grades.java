package org.heed.rulebook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an officer says with a grade: of the risk to somebody missing, and of how urgent a case is.
 *
 * @param missing the most pressing first
 * @param cases the most pressing first
 * @param actionNears how long before its day an action of a plan nears
 */
public record Grades(List<Grade> missing, List<Grade> cases, Duration actionNears) {
  /** The grades of the risk to somebody missing, the most pressing first. */
  static final List<String> MISSING = List.of("high", "medium", "low", "none-apparent");

  /** How urgent a case is, the most pressing first. */
  static final List<String> CASES = List.of("high", "medium", "standard");

  private static final Duration NEARS = Duration.ofHours(24);

  public Grades {
    missing = List.copyOf(missing);
    cases = List.copyOf(cases);
  }

  /**
   * A grade.
   *
   * @param says what it means
   * @param asks what is to be done on it
   */
  public record Grade(String id, String says, String asks, String source, Where at) {}

  /** Where a rulebook has no {@code grades.yaml}, a grade is its name alone. */
  public static Grades none() {
    return new Grades(List.of(), List.of(), NEARS);
  }

  /** What is said of the risk to somebody missing. */
  public Optional<Grade> ofMissing(String id) {
    return find(missing, id);
  }

  /** What is said of how urgent a case is. */
  public Optional<Grade> ofCase(String id) {
    return find(cases, id);
  }

  private static Optional<Grade> find(List<Grade> grades, String id) {
    return grades.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
