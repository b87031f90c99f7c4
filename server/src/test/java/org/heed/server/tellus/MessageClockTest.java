package org.heed.server.tellus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.heed.server.ChangedRulebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message's clock goes by the days of work where the message is. */
class MessageClockTest {
  /** 2 January is a holiday in Scotland alone. */
  @Test
  void daysOfWork_areThoseOfTheMessagesArea(@TempDir Path folder) throws Exception {
    Path scottish = folder.resolve("areas");
    ChangedRulebook.in(
        scottish, "standards/danger-read.yaml", "within: 60 minutes", "within: 1 working-days");
    MessageClock clocks =
        new MessageClock(
            ChangedRulebook.of(
                scottish,
                "areas.yaml",
                "    title: Greyport\n",
                "    title: Greyport\n    calendar: scotland\n"));
    Instant received = Instant.parse("2026-01-01T09:00:00Z");
    assertThat(clocks.due("greyport", received).orElseThrow().at())
        .isBetween(Instant.parse("2026-01-05T23:59:59Z"), Instant.parse("2026-01-06T00:00:00Z"));
    assertThat(clocks.due("fernley", received).orElseThrow().at())
        .isBetween(Instant.parse("2026-01-02T23:59:59Z"), Instant.parse("2026-01-03T00:00:00Z"));
    assertThat(clocks.due(null, received).orElseThrow().at())
        .isBefore(Instant.parse("2026-01-03T00:00:00Z"));
    assertThat(clocks.stages("greyport", received).orElseThrow().past())
        .isAfter(Instant.parse("2026-01-06T00:00:00Z"));
  }
}
