package org.heed.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.safeguarding.WorkItem;
import org.junit.jupiter.api.Test;

/** A calendar has numbers, moments and links. */
class CalendarFeedTest {
  private static final Instant DUE = Instant.parse("2026-11-23T14:05:00Z");
  private static final UUID CASE = UUID.fromString("01a207a2-3280-73ba-953a-6248b371cde9");

  private static WorkItem item(String what, Instant due) {
    return new WorkItem(
        CASE, "C2026/B371CDE9", "Ottoline Marsh", what, WorkItem.Of.ACTION, false, due, false);
  }

  @Test
  void deadlines_areEventsWithoutAWordOfWhatTheyAre() {
    String written =
        new CalendarFeed(new NoticeSettings("https://heed.norchester.example", Optional.empty()))
            .of(
                List.of(
                    item("Ask the hotel", DUE),
                    item("Ring her aunt", DUE),
                    item("Ask the school", DUE.plusSeconds(60))),
                List.of(),
                DUE.minusSeconds(3600));
    assertThat(written).doesNotContain("Ottoline", "hotel", "aunt", "school");
    ICalendar read = Biweekly.parse(written).first();
    assertThat(read.getEvents()).hasSize(2);
    assertThat(read.getEvents().getFirst().getSummary().getValue())
        .isEqualTo("Heed: due, C2026/B371CDE9");
    assertThat(read.getEvents().getFirst().getDateStart().getValue()).isEqualTo(Date.from(DUE));
    assertThat(read.getEvents().getFirst().getUrl().getValue())
        .isEqualTo("https://heed.norchester.example/cases/" + CASE);
  }
}
