package org.heed.figures.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TippingPointTest {
  @Test
  void metropolitanRise_tipsAtSeventySevenPerCent() {
    TippingPoint tipping = TippingPoint.of(922, 1200);
    assertThat(tipping.ratio()).isCloseTo(1.3015184381778742, within(1e-15));
    assertThat(tipping.breakEven()).isCloseTo(0.7683333333333333, within(1e-15));
    assertThat(tipping.interval().lower()).isCloseTo(0.7043687321220976, within(1e-10));
    assertThat(tipping.interval().upper()).isCloseTo(0.8378981675679953, within(1e-10));
    assertThat(tipping.pastCaptureGiven(0.895)).isCloseTo(0.6876583333333334, within(1e-12));
  }

  @Test
  void fall_tipsAboveOne() {
    assertThat(TippingPoint.of(1200, 922).breakEven()).isGreaterThan(1);
  }

  @Test
  void nothingBefore_tipsAtZero() {
    assertThat(TippingPoint.of(0, 5).breakEven()).isZero();
  }
}
