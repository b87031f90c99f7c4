package org.heed.figures.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;
import org.junit.jupiter.api.Test;

class StratifiedShareTest {
  @Test
  void thirtySevenOfAHundredOfFiveHundred_haveTheErrorOfTheirDesign() {
    // by hand after Cochran 1977, equation 3.10, whose pages were not at hand: the square root of
    // (400 / 500) 0.37 * 0.63 / 99 is 0.04340088. R 4.2.2 (phyper) has 143 and 231 as the least and
    // the most of 500 whose tails hold 37 of 100; the test below has the tails themselves
    StratifiedShare share =
        StratifiedShare.of(List.of(new StratifiedShare.Stratum(500, 100, 37)), 0.95);
    assertThat(share.share().value()).isCloseTo(0.37, within(1e-12));
    assertThat(share.standardError()).isCloseTo(0.04340088, within(5e-9));
    assertThat(share.share().interval().lower() * 500).isCloseTo(143, within(1e-9));
    assertThat(share.share().interval().upper() * 500).isCloseTo(231, within(1e-9));
    assertThat(share.byDesign().lower()).isCloseTo(0.37 - 1.96 * 0.0434, within(5e-4));
  }

  @Test
  void hypergeometricLimits_areThoseWhoseTailsHoldTheSample() {
    assertThat(HypergeometricDistribution.of(500, 143, 100).survivalProbability(36))
        .isGreaterThan(0.025);
    assertThat(HypergeometricDistribution.of(500, 142, 100).survivalProbability(36))
        .isLessThanOrEqualTo(0.025);
    assertThat(HypergeometricDistribution.of(500, 231, 100).cumulativeProbability(37))
        .isGreaterThan(0.025);
    assertThat(HypergeometricDistribution.of(500, 232, 100).cumulativeProbability(37))
        .isLessThanOrEqualTo(0.025);
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
  void expectedHalfWidth_isThatOfTheDesign_andNeymansIsTheNarrower() {
    List<Integer> sizes = List.of(200, 300);
    List<Double> shares = List.of(0.5, 0.1);
    // 0.4^2 (160/199) 0.25/40 + 0.6^2 (240/299) 0.09/60, times 1.96
    assertThat(StratifiedShare.expectedHalfWidth(sizes, List.of(40, 60), shares, 0.95))
        .isCloseTo(1.959964 * Math.sqrt(0.0012374), within(2e-5));
    List<Integer> neyman =
        Allocation.neyman(100, sizes, shares.stream().map(p -> Math.sqrt(p * (1 - p))).toList());
    assertThat(StratifiedShare.expectedHalfWidth(sizes, neyman, shares, 0.95))
        .isLessThan(StratifiedShare.expectedHalfWidth(sizes, List.of(40, 60), shares, 0.95));
    assertThat(StratifiedShare.expectedHalfWidth(sizes, List.of(200, 0), shares, 0.95))
        .as("the other stratum hides all or nothing")
        .isCloseTo(0.3, within(1e-12));
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
