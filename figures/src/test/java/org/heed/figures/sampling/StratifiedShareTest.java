package org.heed.figures.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;
import org.junit.jupiter.api.Test;

class StratifiedShareTest {
  @Test
  void thirtySevenOfAHundredOfFiveHundred_isCochransExample() {
    // Cochran 1977, section 3.6: 37 of 100 of 500 have a standard error of 0.0434; exact limits by
    // the hypergeometric distribution are 143 and 231 of the 500
    StratifiedShare share =
        StratifiedShare.of(List.of(new StratifiedShare.Stratum(500, 100, 37)), 0.95);
    assertThat(share.share().value()).isCloseTo(0.37, within(1e-12));
    assertThat(share.standardError()).isCloseTo(0.0434, within(5e-5));
    assertThat(share.share().interval().lower() * 500).isCloseTo(143, within(1e-9));
    assertThat(share.share().interval().upper() * 500).isCloseTo(231, within(1e-9));
    assertThat(share.byDesign().lower()).isCloseTo(0.37 - 1.96 * 0.0434, within(5e-4));
  }

  @Test
  void oversampledStratum_countsByItsSize() {
    // 0.4 * 16/20 + 0.6 * 12/30; the variance of each by (1 - f) p q / (n - 1)
    StratifiedShare share =
        StratifiedShare.of(
            List.of(
                new StratifiedShare.Stratum(200, 20, 16), new StratifiedShare.Stratum(300, 30, 12)),
            0.95);
    assertThat(share.share().value()).isCloseTo(0.56, within(1e-12));
    assertThat(share.standardError()).isCloseTo(0.0624020103, within(1e-9));
  }

  @Test
  void everyCaseGraded_leavesNothingOpen() {
    StratifiedShare share =
        StratifiedShare.of(List.of(new StratifiedShare.Stratum(12, 12, 9)), 0.95);
    assertThat(share.share().interval()).isEqualTo(new Interval(0.75, 0.75, 0.95));
    assertThat(share.standardError()).isZero();
  }

  @Test
  void stratumWithoutAGrade_hidesAllOrNothing() {
    StratifiedShare share =
        StratifiedShare.of(
            List.of(new StratifiedShare.Stratum(50, 50, 10), new StratifiedShare.Stratum(50, 0, 0)),
            0.95);
    assertThat(share.share().value()).isNaN();
    assertThat(share.share().interval()).isEqualTo(new Interval(0.1, 0.6, 0.95));
  }

  @Test
  void recordingRateOf895_means94500Unrecorded() {
    // HMICFRS 2018: 89.5% with an interval of 1.64 points is over 94,500 unrecorded a year, of what
    // then must be some 805,500 recorded
    Estimate rate = new Estimate(0.895, new Interval(0.8786, 0.9114, 0.95));
    GrossedUp year = GrossedUp.of(402_750, 2, rate);
    assertThat(year.missing().value()).isCloseTo(94_500, within(1.0));
    assertThat(year.missing().interval().lower()).isCloseTo(78_305, within(1.0));
    assertThat(year.missing().interval().upper()).isCloseTo(111_299, within(1.0));
    assertThat(year.should().value()).isCloseTo(900_000, within(1.0));
  }
}
