package org.heed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  private Progress progress(long total, boolean shown) {
    PrintStream terminal = new PrintStream(screen, true, UTF_8);
    return new Progress("reports", total, shown, terminal, nanos::get);
  }

  @Test
  void withoutTerminal_showsNothing() {
    try (Progress progress = progress(100, false)) {
      nanos.set(1_000_000_000L);
      progress.at(50);
    }
    assertThat(screen.toString(UTF_8)).isEmpty();
  }

  @Test
  void halfWay_showsShareRateAndTimeLeft() {
    try (Progress progress = progress(10_000, true)) {
      nanos.set(2_000_000_000L);
      progress.at(5_000);
    }
    assertThat(screen.toString(UTF_8)).contains(" 50%  5,000 reports, 2,500 a second, 2 s left");
  }

  @Test
  void unknownTotal_showsCountAndRate() {
    try (Progress progress = progress(-1, true)) {
      nanos.set(1_000_000_000L);
      progress.at(700);
    }
    assertThat(screen.toString(UTF_8)).contains("700 reports, 700 a second").doesNotContain("%");
  }

  @Test
  void drawsAtMostFiveTimesASecond() {
    try (Progress progress = progress(-1, true)) {
      for (int i = 1; i <= 1000; i++) {
        nanos.set(i * 1_000_000L);
        progress.at(i);
      }
    }
    assertThat(screen.toString(UTF_8).split("a second", -1)).hasSize(6);
  }
}
