package org.heed.figures.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;

class MissedEstimateTest {
  @Test
  void oneStratum_hasExactLimits() {
    MissedEstimate.Stratum stratum = new MissedEstimate.Stratum(1000, 100, 2);
    Interval limits = MissedEstimate.of(50, List.of(stratum), 0.95).missed().interval();
    int most = (int) limits.upper();
    int least = (int) limits.lower();
    assertThat(HypergeometricDistribution.of(1000, most, 100).cumulativeProbability(2))
        .isGreaterThan(0.025);
    assertThat(HypergeometricDistribution.of(1000, most + 1, 100).cumulativeProbability(2))
        .isLessThanOrEqualTo(0.025);
    assertThat(HypergeometricDistribution.of(1000, least, 100).survivalProbability(1))
        .isGreaterThan(0.025);
    assertThat(HypergeometricDistribution.of(1000, least - 1, 100).survivalProbability(1))
        .isLessThanOrEqualTo(0.025);
  }

  @Test
  void everythingRead_leavesNothingUncertain() {
    MissedEstimate estimate =
        MissedEstimate.of(7, List.of(new MissedEstimate.Stratum(40, 40, 3)), 0.95);
    assertThat(estimate.missed().interval()).isEqualTo(new Interval(3, 3, 0.95));
    assertThat(estimate.recall().value()).isEqualTo(0.7);
  }

  @Test
  void unsampledStratum_canHideAllOrNothing() {
    MissedEstimate estimate =
        MissedEstimate.of(7, List.of(new MissedEstimate.Stratum(40, 0, 0)), 0.95);
    assertThat(estimate.missed().value()).isNaN();
    assertThat(estimate.missed().interval()).isEqualTo(new Interval(0, 40, 0.95));
  }

  @Test
  void moreFoundThanSampled_isRefused() {
    assertThatThrownBy(() -> new MissedEstimate.Stratum(40, 10, 11))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("11 exceed 10 sampled");
  }

  @Test
  void severalStrata_coverTheTruthAsOftenAsTheySay() {
    Random random = new Random(20);
    int[][][] designs = {
      {{1000, 50, 2}, {1000, 50, 2}, {1000, 50, 2}, {1000, 50, 2}, {1000, 50, 2}},
      {{2000, 50, 10}, {100, 50, 5}, {500, 20, 0}},
      {{3000, 60, 20}, {1000, 20, 0}, {1000, 20, 40}}
    };
    for (int[][] design : designs) {
      int covered = 0;
      for (int trial = 0; trial < 600; trial++) {
        List<MissedEstimate.Stratum> strata = new ArrayList<>();
        int truth = 0;
        for (int[] each : design) {
          truth += each[2];
          strata.add(new MissedEstimate.Stratum(each[0], each[1], drawn(each, random)));
        }
        covered += MissedEstimate.of(1, strata, 0.95).missed().interval().contains(truth) ? 1 : 0;
      }
      assertThat(covered).isGreaterThanOrEqualTo(600 * 94 / 100);
    }
  }

  /** How many of those there are fall in a sample without replacement. */
  private static int drawn(int[] stratum, Random random) {
    int left = stratum[2];
    int found = 0;
    for (int i = 0; i < stratum[1]; i++) {
      if (random.nextInt(stratum[0] - i) < left) {
        left--;
        found++;
      }
    }
    return found;
  }
}
