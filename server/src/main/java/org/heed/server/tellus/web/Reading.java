package org.heed.server.tellus.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heed.server.tellus.ReadingHours;
import org.heed.server.tellus.TellUsSettings;
import org.heed.server.tellus.Tellings;
import org.heed.server.web.Page;
import org.heed.server.web.Words;
import org.springframework.stereotype.Component;

/** Says whether anyone is reading now: by the hours that were written down and by what waits. */
@Component
final class Reading {
  private final TellUsSettings settings;
  private final Tellings tellings;
  private final Clock clock;

  Reading(TellUsSettings settings, Tellings tellings, Clock clock) {
    this.settings = settings;
    this.tellings = tellings;
    this.clock = clock;
  }

  TellStart page(Page page, String reference, List<String> says) {
    Instant now = clock.instant();
    boolean behind = tellings.unread().overdue() > 0;
    return new TellStart(
        page, sentence(settings.hours(), now), behind, settings.helplines(), reference, says);
  }

  static String sentence(ReadingHours hours, Instant now) {
    if (!hours.areKnown()) {
      return "We cannot promise that anyone is reading messages now.";
    }
    if (!hours.hold(now)) {
      Optional<Instant> next = hours.next(now);
      return "Nobody is reading messages now."
          + next.map(at -> " Somebody reads again from " + Words.dateTime(at) + ".").orElse("");
    }
    return hours
        .until(now)
        .map(until -> "Somebody is reading messages now, until " + Words.dateTime(until) + ".")
        .orElse("Somebody is reading messages now, day and night.");
  }
}
