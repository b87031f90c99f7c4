package org.heed.figures.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;

class SampleSizeTest {
  @Test
  void cochransIsland_needs400OfEndlessAnd356Of3200() {
    // the example of Cochran's sections 4.1 and 4.4 (1977) as it is usually told: a share near a
    // half to within 5 points, at a deviate of 2. No copy of his pages was found; the arithmetic is
    // 4 * 0.25 / 0.0025 = 400 and 400 / (1 + 399 / 3200) = 355.6, and the same correction is held
    // to
    // a printout below
    assertThat(SampleSize.corrected(Integer.MAX_VALUE, 4, 0.5, 0.05)).isEqualTo(400);
    assertThat(SampleSize.corrected(3_200, 4, 0.5, 0.05)).isEqualTo(356);
  }

  @Test
  void defaultsOfTheRPackageCochranSize_needItsNumbers() {
    // its vignette, Introduction to cochranSize: 385 of endless, 323 of 2,000, at 95% to within 5
    // points
    assertThat(SampleSize.forHalfWidth(Integer.MAX_VALUE, 0.5, 0.05, 0.95)).isEqualTo(385);
    assertThat(SampleSize.forHalfWidth(2_000, 0.5, 0.05, 0.95)).isEqualTo(323);
  }

  @Test
  void recordingRateToWithin164_neededSome1343Reports() {
    // the recording rate of 89.5% with a confidence interval of 1.64 points (HMICFRS 2018, crime
    // data integrity), from practically endless reports
    assertThat(SampleSize.forHalfWidth(Integer.MAX_VALUE, 0.895, 0.0164, 0.95)).isEqualTo(1_343);
  }

  @Test
  void fewCases_areAllNeeded() {
    assertThat(SampleSize.forHalfWidth(12, 0.5, 0.01, 0.95)).isEqualTo(12);
  }

  @Test
  void halfToThreeQuartersAtNinetyPercentPower_needs77Each() {
    // R, help of power.prop.test, its second example; R 4.2.2 prints n = 76.70693
    assertThat(SampleSize.forChange(0.50, 0.75, 0.95, 0.90)).isEqualTo(77);
  }

  @Test
  void changeInAFewCases_needsFewer() {
    // 77 of endless cases, corrected for 100: 77 / (1 + 76 / 100)
    assertThat(SampleSize.forChange(100, 0.50, 0.75, 0.95, 0.90)).isEqualTo(44);
    assertThat(SampleSize.forChange(10, 0.50, 0.55, 0.95, 0.90)).isEqualTo(10);
  }

  @Test
  void noChange_isRefused() {
    assertThatThrownBy(() -> SampleSize.forChange(0.5, 0.5, 0.95, 0.9))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("no change");
  }
}
