package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.List;
import org.heed.server.access.Caller;

/** Deadlines of what is no case, that people are told of as they are of cases. */
public interface DeadlineSource {
  /** Sees to it that everything has somebody who answers for it, before people are told. */
  default void settle() {}

  /**
   * Those that ask for something now.
   *
   * @param program the session that gives notices
   */
  List<OtherDeadline> deadlines(Caller program, Instant now);

  /** Those that the caller answers for by name, for their calendar. */
  default List<OtherDeadline> mine(Caller caller) {
    return List.of();
  }
}
