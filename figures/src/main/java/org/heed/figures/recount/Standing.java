package org.heed.figures.recount;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A crime as it stood.
 *
 * @param offence its class
 * @param cancelled whether it is cancelled
 * @param merged whether it is counted in another crime
 * @param flag the flag it carries, if any
 */
public record Standing(String offence, boolean cancelled, boolean merged, @Nullable Flag flag) {

  /**
   * A flag that stands. A second yes on top of a first changes neither its day nor its route.
   *
   * @param on the day it was set
   * @param route what led to it
   */
  public record Flag(LocalDate on, String route) {}

  /** The standing after one more fact. */
  Standing after(Fact fact) {
    return switch (fact) {
      case Fact.Recorded recorded -> new Standing(recorded.offence(), cancelled, merged, flag);
      case Fact.Reclassified moved -> new Standing(moved.offence(), cancelled, merged, flag);
      case Fact.Cancelled _ -> new Standing(offence, true, merged, flag);
      case Fact.Reinstated _ -> new Standing(offence, false, false, flag);
      case Fact.Merged _ -> new Standing(offence, cancelled, true, flag);
      case Fact.Flagged set ->
          new Standing(
              offence, cancelled, merged, flag == null ? new Flag(set.on(), set.route()) : flag);
      case Fact.Unflagged _ -> new Standing(offence, cancelled, merged, null);
    };
  }
}
