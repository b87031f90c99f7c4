package org.heed.server.recording;

import java.time.Instant;
import java.util.UUID;
import org.heed.server.store.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor says of a report; the latest of a report counts.
 *
 * @param seq from 1
 */
public record Audited(UUID report, int seq, Said said, String by, Instant at) {

  /** Without its reason, for those to whom the report is closed. */
  Audited withoutReason() {
    return new Audited(report, seq, said.withoutReason(), by, at);
  }

  /**
   * What is said.
   *
   * @param told false: the record does not tell, and the rest counts for nothing
   * @param should crimes that the report amounts to
   * @param recorded of these, on record
   * @param classed of those on record, classed as the rules ask
   * @param inTime of those on record, recorded in time
   * @param wrongly on record from the report beside those, and should not be; null where it was
   *     said before this was asked
   */
  public record Said(
      boolean told,
      int should,
      int recorded,
      int classed,
      int inTime,
      Flag flag,
      String reason,
      @Nullable Integer wrongly) {
    /** That the record does not tell. */
    public static Said cannotTell(String reason) {
      return new Said(false, 0, 0, 0, 0, Flag.NOT_ASKED, reason, null);
    }

    private Said withoutReason() {
      return new Said(told, should, recorded, classed, inTime, flag, "", wrongly);
    }

    @Override
    public String toString() {
      return "Said[" + recorded + " of " + should + "]";
    }
  }

  /** What became of the question whether it is child sexual exploitation. */
  public enum Flag implements Coded {
    RIGHT("Decided, and rightly"),
    WRONG("Decided wrongly"),
    NOT_DECIDED("Not decided, and should have been"),
    NOT_ASKED("Nothing in it asks for a decision");

    private final String title;

    Flag(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
