package org.heed.server.tellus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever is too fast waits, nobody else does, and nobody waits for ever. */
class PaceTest {
  private static final Duration EACH = Duration.ofSeconds(3);
  private static final long SECOND = 1_000_000_000;

  private final Pace pace = new Pace(EACH, 30, Duration.ofSeconds(10), 2, 2);

  @Test
  void classOfThirtyOnOneAddress_neverWaits() {
    for (int child = 0; child < 30; child++) {
      assertThat(pace.wait("school", 0)).isZero();
    }
  }

  @Test
  void flood_waitsLongerAndLonger_andNeverLongerThanTheLongest() {
    for (int i = 0; i < 30; i++) {
      pace.wait("school", 0);
    }
    assertThat(pace.wait("school", 0)).isEqualTo(3 * SECOND);
    assertThat(pace.wait("school", 0)).isEqualTo(6 * SECOND);
    for (int i = 0; i < 10_000; i++) {
      assertThat(pace.wait("school", 0)).isLessThanOrEqualTo(10 * SECOND);
    }
    // A child behind ten thousand waits no longer than that, and the lane is free soon after.
    assertThat(pace.wait("school", 0)).isEqualTo(10 * SECOND);
    assertThat(pace.wait("school", 20 * SECOND)).isZero();
  }

  @Test
  void flood_holdsUpNoOtherAddress() {
    for (int i = 0; i < 10_000; i++) {
      pace.wait("flood", 0);
    }
    assertThat(pace.wait("home", 0)).isZero();
  }

  @Test
  void fullRoomOfOneLane_isFullForNobodyElsewhere_norForThoseThereWhoTyped() {
    assertThat(pace.enter("school", "")).isTrue();
    assertThat(pace.enter("school", "")).isTrue();
    assertThat(pace.enter("school", "")).as("full").isFalse();
    assertThat(pace.enter("home", "")).as("another lane").isTrue();
    assertThat(pace.enter("school", "a child")).isTrue();
    pace.leave("school", "");
    assertThat(pace.enter("school", "")).isTrue();
  }

  @Test
  void oneBrowser_takesNoPlacesOfOthersWhoTyped() {
    for (int i = 0; i < 3; i++) {
      assertThat(pace.enter("school", "program")).isTrue();
    }
    assertThat(pace.enter("school", "program")).as("has its own").isFalse();
    assertThat(pace.enter("school", "a child")).isTrue();
    for (int i = 0; i < 3; i++) {
      pace.leave("school", "program");
    }
    assertThat(pace.enter("school", "another child")).isTrue();
  }

  @Test
  void whoeverHasNoWait_passesWithoutAPlace() {
    pace.enter("home", "");
    pace.enter("home", "");
    assertThat(pace.pass("home", "")).isTrue();
  }
}
