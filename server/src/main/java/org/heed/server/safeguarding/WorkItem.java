package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * Something that somebody has to do.
 *
 * @param number the case's, for people
 * @param of whether it is a clock or an action
 * @param danger whether it is about a danger now
 * @param past whether its moment has passed
 */
public record WorkItem(
    UUID caseFile,
    String number,
    String subject,
    String what,
    Of of,
    boolean danger,
    Instant due,
    boolean past) {
  /** What asks for it. */
  public enum Of {
    CLOCK,
    ACTION
  }

  /** Danger first, then what is past, then by the time left. */
  static final Comparator<WorkItem> PRESSING =
      Comparator.comparing((WorkItem one) -> !one.danger)
          .thenComparing(one -> !one.past)
          .thenComparing(WorkItem::due)
          .thenComparing(WorkItem::what);

  /** Nothing: the rest is personal. */
  @Override
  public String toString() {
    return "WorkItem[" + of + " " + due + "]";
  }
}
