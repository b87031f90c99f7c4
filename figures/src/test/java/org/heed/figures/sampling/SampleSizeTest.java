package org.heed.figures.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;

class SampleSizeTest {
  @Test
  void cochransIsland_needs400OfEndlessAnd356Of3200() {
    // Cochran 1977, sections 4.1 and 4.4: a share near a half to within 5 points, at a deviate of 2
    assertThat(SampleSize.corrected(Integer.MAX_VALUE, 4, 0.5, 0.05)).isEqualTo(400);
    assertThat(SampleSize.corrected(3_200, 4, 0.5, 0.05)).isEqualTo(356);
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
    // the worked example of R's power.prop.test: 76.7
    assertThat(SampleSize.forChange(0.50, 0.75, 0.95, 0.90)).isEqualTo(77);
  }

  @Test
  void noChange_isRefused() {
    assertThatThrownBy(() -> SampleSize.forChange(0.5, 0.5, 0.95, 0.9))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("no change");
  }
}
