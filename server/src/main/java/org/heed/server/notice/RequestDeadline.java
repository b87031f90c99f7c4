package org.heed.server.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.disclosure.AccessLaw;
import org.heed.server.web.Words;

/**
 * The last day to answer somebody who asks what is held about them, without a word of whom.
 *
 * @param number for people: the year in which it was recorded and the end of its identifier
 * @param lastDay by the law under which they ask
 */
record RequestDeadline(UUID request, String number, LocalDate lastDay) {
  /** A week is time to read it through and, where something is restricted, to be agreed with. */
  private static final int NEARS_DAYS = 7;

  static RequestDeadline of(UUID id, AccessLaw law, LocalDate receivedOn, Instant recordedAt) {
    long tail = id.getLeastSignificantBits() & 0xFFFF_FFFFL;
    int year = recordedAt.atOffset(ZoneOffset.UTC).getYear();
    return new RequestDeadline(
        id, String.format(Locale.ROOT, "Q%d/%08X", year, tail), law.answerBy(receivedOn));
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
    return now.isBefore(start(lastDay.minusDays(NEARS_DAYS)))
        ? Optional.empty()
        : Optional.of(Stage.NEARS);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Words.LONDON).toInstant();
  }
}
