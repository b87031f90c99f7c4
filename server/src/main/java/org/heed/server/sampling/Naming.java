package org.heed.server.sampling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Who opens what was drawn, and until when. Whoever draws chooses what is opened, so that somebody
 * else, who supervises every area of the frame, names who opens it; the database holds to that too.
 */
public final class Naming {
  private Naming() {}

  /**
   * Whether somebody works in every area of a frame.
   *
   * @param area of the frame; null: all of areas
   * @param areas of whoever drew from it; null: every one
   */
  public static boolean covers(Caller caller, @Nullable String area, @Nullable List<String> areas) {
    List<String> own = caller.areas();
    return own == null
        || (area != null ? own.contains(area) : areas != null && own.containsAll(areas));
  }

  /** The end of a day until which somebody is named; refused where it is over, or too far off. */
  public static Instant until(LocalDate day, Instant now, int mostDays) {
    LocalDate last = LocalDate.ofInstant(now, Words.LONDON).plusDays(mostDays);
    Instant end = Days.endOf(day);
    if (!end.isAfter(now) || day.isAfter(last)) {
      throw new Refused(
          Refused.Code.INVALID,
          "Choose a day that is not over, up to "
              + Words.date(last)
              + ": who needs longer is named again.");
    }
    return end;
  }
}
