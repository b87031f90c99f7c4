package org.heed.figures.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Percentage;
import org.heed.figures.RefusedInput;
import org.heed.figures.Worked;
import org.junit.jupiter.api.Test;

class RateRatioTest {
  @Test
  void publishedRatios_areReproducedToTheirDigits() throws IOException {
    for (CSVRecord row : Worked.rows("worked/poisson-rate-ratio.csv")) {
      RateRatio ratio =
          RateRatio.of(
              Long.parseLong(row.get("a")),
              Double.parseDouble(row.get("time_a")),
              Long.parseLong(row.get("b")),
              Double.parseDouble(row.get("time_b")),
              0.95);
      assertThat(ratio.ratio()).isCloseTo(number(row, "rate_ratio"), within(6e-11));
      assertThat(ratio.interval().lower()).isCloseTo(number(row, "lower95"), within(6e-11));
      assertThat(ratio.interval().upper()).isCloseTo(number(row, "upper95"), within(6e-11));
      assertThat(ratio.p()).isCloseTo(number(row, "p_two_sided"), Percentage.withPercentage(1e-7));
    }
  }

  @Test
  void pValue_isTheSumOfOutcomesNoLikelierThanTheOneSeen() {
    for (int a = 0; a <= 12; a++) {
      for (int b = a == 0 ? 1 : 0; b <= 12; b++) {
        assertThat(RateRatio.of(a, 3, b, 2, 0.95).p()).isCloseTo(slow(a, b, 0.6), within(1e-12));
      }
    }
  }

  @Test
  void noEventsBefore_hasNoUpperLimit() {
    RateRatio ratio = RateRatio.of(5, 0);
    assertThat(ratio.ratio()).isInfinite();
    assertThat(ratio.interval().upper()).isInfinite();
    assertThat(ratio.interval().lower()).isPositive();
  }

  @Test
  void noEventsAtAll_isRefused() {
    assertThatThrownBy(() -> RateRatio.of(0, 0)).isInstanceOf(RefusedInput.class);
  }

  /** Adds up every outcome's probability by recurrence. */
  private static double slow(int a, int b, double share) {
    int n = a + b;
    double[] probability = new double[n + 1];
    probability[0] = Math.pow(1 - share, n);
    for (int k = 1; k <= n; k++) {
      probability[k] = probability[k - 1] * (n - k + 1) / k * share / (1 - share);
    }
    double sum = 0;
    for (double each : probability) {
      sum += each <= probability[a] * (1 + 1e-7) ? each : 0;
    }
    return Math.min(1, sum);
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
