package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to do.
 *
 * @param number the case's, for people
 * @param of whether it is a clock or an action
 * @param danger whether it is about a danger now
 * @param due null while the clock stands still
 * @param past whether its moment has passed
 * @param stopped since when the clock stands still; null: it does not
 * @param stoppedBy the kind of fact that it stands still for, or null
 */
public record WorkItem(
    UUID caseFile,
    String number,
    String subject,
    String what,
    Of of,
    boolean danger,
    @Nullable Instant due,
    boolean past,
    @Nullable Instant stopped,
    @Nullable String stoppedBy) {
  /** Something with a deadline. */
  public WorkItem(
      UUID caseFile,
      String number,
      String subject,
      String what,
      Of of,
      boolean danger,
      Instant due,
      boolean past) {
    this(caseFile, number, subject, what, of, danger, due, past, null, null);
  }

  /** What asks for it. */
  public enum Of {
    CLOCK,
    ACTION
  }

  /** Danger first, then what is past, then by the time left. */
  static final Comparator<WorkItem> PRESSING =
      Comparator.comparing((WorkItem one) -> !one.danger)
          .thenComparing(one -> !one.past)
          .thenComparing(one -> one.due, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(WorkItem::what);

  /** Nothing: the rest is personal. */
  @Override
  public String toString() {
    return "WorkItem[" + of + " " + due + "]";
  }
}
