package org.heed.server.rulebook;

import java.util.List;
import org.heed.rulebook.Problem;
import org.heed.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a rulebook as it might become.
 *
 * @param problems mistakes with file, line and cure; where there are any, nothing more is known
 * @param failures examples that do not come out as they should
 * @param differences from the rulebook in force, in words
 * @param rulebook as it would be; null where it has mistakes
 */
public record Checked(
    List<Problem> problems,
    int examples,
    List<Problem> failures,
    List<String> differences,
    @Nullable Rulebook rulebook) {
  public Checked {
    problems = List.copyOf(problems);
    failures = List.copyOf(failures);
    differences = List.copyOf(differences);
  }

  static Checked wrong(List<Problem> problems) {
    return new Checked(problems, 0, List.of(), List.of(), null);
  }

  /** Whether it may be proposed. */
  public boolean isSound() {
    return problems.isEmpty() && failures.isEmpty() && !differences.isEmpty();
  }
}
