package org.heed.figures.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;

class ProportionIntervalTest {
  @Test
  void exactInterval_leavesHalfTheRestInEachTail() {
    Interval interval = ProportionInterval.exact(8, 10, 0.95);
    // R: binom.test(8, 10)
    assertThat(interval.lower()).isCloseTo(0.4439045, within(5e-8));
    assertThat(interval.upper()).isCloseTo(0.9747893, within(5e-8));
  }

  @Test
  void wilsonInterval_matchesTheScoreTest() {
    Interval interval = ProportionInterval.wilson(8, 10, 0.95);
    // R: prop.test(8, 10, correct = FALSE)
    assertThat(interval.lower()).isCloseTo(0.4901625, within(5e-8));
    assertThat(interval.upper()).isCloseTo(0.9433178, within(5e-8));
  }

  @Test
  void noneAndAll_endAtZeroAndOne() {
    assertThat(ProportionInterval.exact(0, 50, 0.95).lower()).isZero();
    assertThat(ProportionInterval.exact(50, 50, 0.95).upper()).isEqualTo(1);
    assertThat(ProportionInterval.wilson(0, 50, 0.95).lower()).isZero();
    assertThat(ProportionInterval.wilson(50, 50, 0.95).upper()).isEqualTo(1);
    assertThat(ProportionInterval.exact(0, 50, 0.95).upper())
        .isCloseTo(1 - Math.pow(0.025, 1 / 50.0), within(1e-14));
  }

  @Test
  void rareEvents_keepTheirRelativePrecision() {
    // with one success in n, (1 - p)^n = 0.975
    double expected = -Math.expm1(Math.log(0.975) / 1e9);
    double lower = ProportionInterval.exact(1, 1_000_000_000, 0.95).lower();
    assertThat(lower / expected).isCloseTo(1, within(1e-9));
  }

  @Test
  void partExceedingItsWhole_isRefusedByName() {
    assertThatThrownBy(() -> ProportionInterval.wilson(11, 10, 0.95))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("11 exceed the 10 trials");
  }
}
