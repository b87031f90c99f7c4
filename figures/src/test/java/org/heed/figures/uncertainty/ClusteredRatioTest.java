package org.heed.figures.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;

class ClusteredRatioTest {
  private static final double LEVEL = 0.95;

  @Test
  void clustersOfOne_giveTheExactInterval() {
    RateRatio exact = RateRatio.of(65, 37);
    ClusteredRatio clustered = ClusteredRatio.of(ones(65), ones(37), LEVEL);
    assertThat(clustered.ratio()).isEqualTo(exact.ratio());
    assertThat(clustered.interval().lower()).isCloseTo(exact.interval().lower(), within(1e-9));
    assertThat(clustered.interval().upper()).isCloseTo(exact.interval().upper(), within(1e-9));
    assertThat(clustered.factorAfter()).isEqualTo(1);
  }

  @Test
  void oneOperationAmongTheCrimes_widensTheInterval_andLeavesTheRatio() {
    long[] after = ones(46);
    after[0] = 20;
    ClusteredRatio clustered = ClusteredRatio.of(after, ones(37), LEVEL);
    assertThat(clustered.ratio()).isEqualTo(RateRatio.of(65, 37).ratio());
    assertThat(clustered.factorAfter()).isCloseTo((45 + 400) / 65.0, within(1e-12));
    assertThat(clustered.interval().lower()).isLessThan(1);
    assertThat(RateRatio.of(65, 37).interval().lower()).isGreaterThan(1);
  }

  @Test
  void noEvents_areRefused() {
    assertThatThrownBy(() -> ClusteredRatio.of(ones(0), ones(3), LEVEL))
        .isInstanceOf(RefusedInput.class);
    assertThatThrownBy(() -> ClusteredRatio.of(ones(3), new long[] {0}, LEVEL))
        .isInstanceOf(RefusedInput.class);
  }

  /** Where the exact interval, which takes events to be single, covers far too little. */
  @Test
  void interval_coversTheTrueRatio_ofCountsThatComeInClusters() {
    SplittableRandom random = new SplittableRandom(20261123);
    int runs = 3_000;
    int covered = 0;
    int coveredWithout = 0;
    for (int run = 0; run < runs; run++) {
      long[] before = clusters(random, 60);
      long[] after = clusters(random, 78);
      double truth = 78 / 60.0;
      covered += ClusteredRatio.of(after, before, LEVEL).interval().contains(truth) ? 1 : 0;
      long a = Arrays.stream(after).sum();
      long b = Arrays.stream(before).sum();
      coveredWithout += RateRatio.of(a, b).interval().contains(truth) ? 1 : 0;
    }
    assertThat((double) covered / runs).isGreaterThan(0.935);
    assertThat((double) coveredWithout / runs).isLessThan(0.85);
  }

  /** A Poisson number of clusters, half of which go on to each next size. */
  private static long[] clusters(SplittableRandom random, double mean) {
    int number = 0;
    for (double left = mean + Math.log(1 - random.nextDouble());
        left > 0;
        left += Math.log(1 - random.nextDouble())) {
      number++;
    }
    long[] sizes = new long[Math.max(1, number)];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = 1;
      while (random.nextDouble() < 0.5) {
        sizes[i]++;
      }
    }
    return sizes;
  }

  private static long[] ones(int count) {
    long[] ones = new long[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
