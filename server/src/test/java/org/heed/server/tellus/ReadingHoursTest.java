package org.heed.server.tellus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Properties;
import java.util.Set;
import org.heed.server.StartFailure;
import org.junit.jupiter.api.Test;

/** What is promised of reading is what was written down, by the clock on the wall. */
class ReadingHoursTest {
  private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);

  private static TellUsSettings settings(String... lines) {
    Properties said = new Properties();
    for (String line : lines) {
      said.setProperty(line.split("=", 2)[0], line.split("=", 2)[1]);
    }
    return TellUsSettings.of(said, Set.of(CHRISTMAS));
  }

  private static final ReadingHours OFFICE =
      settings(
              "hours.monday=08:00-18:00",
              "hours.tuesday=08:00-18:00",
              "hours.wednesday=08:00-18:00",
              "hours.thursday=08:00-18:00",
              "hours.friday=08:00-18:00")
          .hours();

  @Test
  void nothingWritten_isNothingPromised() {
    assertThat(settings().hours().areKnown()).isFalse();
    assertThat(settings().helplines())
        .extracting(TellUsSettings.Helpline::name)
        .contains("Childline");
  }

  @Test
  void officeHours_holdOnWorkingDays_inSummerAsInWinter() {
    assertThat(OFFICE.hold(Instant.parse("2026-11-23T08:00:00Z"))).isTrue();
    assertThat(OFFICE.hold(Instant.parse("2026-11-23T18:00:00Z"))).isFalse();
    assertThat(OFFICE.hold(Instant.parse("2026-07-06T07:00:00Z"))).isTrue();
    assertThat(OFFICE.hold(Instant.parse("2026-07-06T17:00:00Z"))).isFalse();
    assertThat(OFFICE.hold(Instant.parse("2026-11-22T12:00:00Z"))).as("a Sunday").isFalse();
    assertThat(OFFICE.hold(Instant.parse("2026-12-25T12:00:00Z"))).as("a holiday").isFalse();
  }

  @Test
  void whoeverComesAtNight_isToldWhenSomebodyReads() {
    assertThat(OFFICE.next(Instant.parse("2026-11-27T19:05:00Z")))
        .contains(Instant.parse("2026-11-30T08:00:00Z"));
    assertThat(OFFICE.next(Instant.parse("2026-12-24T19:00:00Z")))
        .contains(Instant.parse("2026-12-28T08:00:00Z"));
    assertThat(OFFICE.until(Instant.parse("2026-11-23T09:00:00Z")))
        .contains(Instant.parse("2026-11-23T18:00:00Z"));
  }

  @Test
  void dayAndNight_hasNoEnd_andUntilMidnightEndsThere() {
    String[] all = new String[8];
    int i = 0;
    for (java.time.DayOfWeek day : java.time.DayOfWeek.values()) {
      all[i++] = "hours." + day.name().toLowerCase(java.util.Locale.ROOT) + "=00:00-24:00";
    }
    all[i] = "holidays=open";
    ReadingHours always = settings(all).hours();
    assertThat(always.hold(Instant.parse("2026-12-25T03:00:00Z"))).isTrue();
    assertThat(always.until(Instant.parse("2026-12-25T03:00:00Z"))).isEmpty();
    ReadingHours late = settings("hours.monday=08:00-24:00").hours();
    assertThat(late.until(Instant.parse("2026-11-23T23:30:00Z")))
        .contains(Instant.parse("2026-11-24T00:00:00Z"));
  }

  @Test
  void mistake_isNamedWithItsCure() {
    for (String wrong : new String[] {"8-18", "18:00-08:00", "08:00", "08:00-18:00-20:00"}) {
      assertThatThrownBy(() -> settings("hours.monday=" + wrong))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("write hours.monday as 08:00-18:00");
    }
  }
}
