package org.heed.ledger;

import java.util.Locale;

/**
 * One thing that is not as it was recorded.
 *
 * @param entry the position, or the identifier of an entry that has none
 * @param kind what happened to it
 * @param says table, row and reason, never any content
 */
public record Fault(String entry, Kind kind, String says) {

  /** What happened. */
  public enum Kind {
    /** Is not what was recorded. */
    CHANGED,
    /** Was recorded and is gone. */
    REMOVED,
    /** Is there and was not recorded. */
    INSERTED,
    /** Is in another place than recorded. */
    REORDERED
  }

  /** {@code entry 12: changed row 0 of report: …}. */
  public String line() {
    return "entry " + entry + ": " + kind.name().toLowerCase(Locale.ROOT) + " " + says;
  }
}
