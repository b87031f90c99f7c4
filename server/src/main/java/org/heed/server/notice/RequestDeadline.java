package org.heed.server.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.heed.rulebook.Limit;
import org.heed.server.web.Words;

/**
 * The last day to answer somebody who asks what is held about them, without a word of whom.
 *
 * @param number for people: the year in which it was recorded and the end of its identifier
 * @param lastDay by the law under which they ask
 * @param nearsOn the day from which on it nears
 */
record RequestDeadline(UUID request, String number, LocalDate lastDay, LocalDate nearsOn) {

  static RequestDeadline of(UUID id, Limit limit, LocalDate receivedOn, Instant recordedAt) {
    LocalDate last = limit.lastDay(receivedOn);
    long tail = id.getLeastSignificantBits() & 0xFFFF_FFFFL;
    int year = recordedAt.atOffset(ZoneOffset.UTC).getYear();
    return new RequestDeadline(
        id, String.format(Locale.ROOT, "Q%d/%08X", year, tail), last, limit.nearsFrom(last));
  }

  /** The last minute of the last day. */
  Instant due() {
    return start(lastDay.plusDays(1)).minus(1, ChronoUnit.MINUTES);
  }

  /** Due now is the whole of the last day. */
  Optional<Stage> stage(Instant now) {
    if (!now.isBefore(start(lastDay.plusDays(1)))) {
      return Optional.of(Stage.PAST);
    }
    if (!now.isBefore(start(lastDay))) {
      return Optional.of(Stage.NOW);
    }
    return now.isBefore(start(nearsOn)) ? Optional.empty() : Optional.of(Stage.NEARS);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Words.LONDON).toInstant();
  }
}
