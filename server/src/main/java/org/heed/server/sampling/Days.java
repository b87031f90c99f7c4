package org.heed.server.sampling;

import java.time.Instant;
import java.time.LocalDate;
import org.heed.server.access.Refused;
import org.heed.server.web.Words;

/**
 * Whole days in London, as moments.
 *
 * @param since the start of the first
 * @param until the end of the last
 */
public record Days(Instant since, Instant until) {
  /** From a day up to and with another. */
  public static Days of(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw new Refused(Refused.Code.INVALID, "Give a last day that is not before the first.");
    }
    return new Days(first.atStartOfDay(Words.LONDON).toInstant(), endOf(last));
  }

  /** The end of a day. */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(Words.LONDON).toInstant();
  }
}
