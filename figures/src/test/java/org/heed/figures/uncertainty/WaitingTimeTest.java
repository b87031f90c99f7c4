package org.heed.figures.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.heed.figures.uncertainty.WaitingTime.Waited;
import org.junit.jupiter.api.Test;

class WaitingTimeTest {
  private static final double LEVEL = 0.95;

  private static List<Waited> waited(double... times) {
    return DoubleStream.of(times).mapToObj(one -> new Waited(Math.abs(one), one > 0)).toList();
  }

  /**
   * The remissions of Freireich et al. (1963) in weeks, below zero where they went on: published
   * with these medians and intervals on the log-log scale.
   */
  @Test
  void remissionsOfFreireich_haveTheirPublishedMediansAndIntervals() {
    List<Waited> treated =
        waited(
            6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34,
            -35);
    WaitingTime.Median median = WaitingTime.median(treated, LEVEL).orElseThrow();
    assertThat(median.time()).isEqualTo(23);
    assertThat(median.interval().lower()).isEqualTo(13);
    assertThat(median.interval().upper()).isInfinite();
    List<Waited> untreated =
        waited(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);
    WaitingTime.Median control = WaitingTime.median(untreated, LEVEL).orElseThrow();
    assertThat(control.time()).isEqualTo(8);
    assertThat(control.interval().lower()).isEqualTo(4);
    assertThat(control.interval().upper()).isEqualTo(11);
  }

  @Test
  void whereHalfStillWait_thereIsNoMedian_andThoseWhoWaitLengthenIt() {
    assertThat(WaitingTime.median(waited(1, 2, -9, -9, -9), LEVEL)).isEmpty();
    assertThat(WaitingTime.median(List.of(), LEVEL)).isEmpty();
    assertThat(WaitingTime.median(waited(-1, -2), LEVEL)).isEmpty();
    double known = WaitingTime.median(waited(1, 2, 3), LEVEL).orElseThrow().time();
    double all = WaitingTime.median(waited(1, 2, 3, -5), LEVEL).orElseThrow().time();
    assertThat(known).isEqualTo(2);
    assertThat(all).as("one more who waits: half of four by then").isEqualTo(2);
    assertThat(WaitingTime.median(waited(1, 2, 3, -5, -5), LEVEL).orElseThrow().time())
        .isEqualTo(3);
    assertThatThrownBy(() -> new Waited(-1, true)).isInstanceOf(IllegalArgumentException.class);
  }

  /** With nobody waiting still it is the usual median, and the interval has it. */
  @Test
  void withoutThoseWhoWait_itIsTheMiddleOne_withinItsInterval() {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      List<Waited> all = new ArrayList<>();
      int n = 1 + random.nextInt(40);
      for (int i = 0; i < n; i++) {
        all.add(new Waited(random.nextInt(50), true));
      }
      List<Double> sorted = all.stream().map(Waited::time).sorted().toList();
      WaitingTime.Median median = WaitingTime.median(all, LEVEL).orElseThrow();
      assertThat(median.time()).isEqualTo(sorted.get((n - 1) / 2));
      assertThat(median.interval().contains(median.time())).isTrue();
    }
  }
}
