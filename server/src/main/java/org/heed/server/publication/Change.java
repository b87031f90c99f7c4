package org.heed.server.publication;

import java.util.List;
import org.heed.figures.decompose.Accounting;

/**
 * The change from the period before, as that one was first known, to this one as it is known: split
 * exactly between the dates and what became known after each period had ended (Shapley over the
 * order of the two). Arithmetic, not cause.
 *
 * @param beforeFirst the period before, as known when it ended
 * @param before the period before, as known at the question's moment
 * @param askedFirst this period, as known when it ended, or at the question's moment if that is
 *     earlier
 * @param asked this period, as known at the question's moment
 */
public record Change(long beforeFirst, long before, long askedFirst, long asked) {
  private static final String DATES = "dates";
  private static final String LATER = "later";

  /** The split. */
  public Accounting split() {
    return Accounting.of(
        List.of(DATES, LATER),
        taken ->
            taken.contains(DATES)
                ? (taken.contains(LATER) ? asked : askedFirst)
                : (taken.contains(LATER) ? before : beforeFirst));
  }

  /** What lies between the periods. */
  public long byDates() {
    return split().parts().getFirst().whole();
  }

  /** What lies in knowing more, or otherwise, than when each period ended. */
  public long byLaterKnowledge() {
    return split().parts().getLast().whole();
  }

  /** Whether all of the period before came into the record after it had ended. */
  public boolean broughtInLater() {
    return beforeFirst == 0 && before > 0;
  }
}
