package org.heed.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void percentile_isTheNearestRank() {
    Latencies hundred = new Latencies(LongStream.rangeClosed(1, 100).toArray());

    assertThat(hundred.percentile(50)).isEqualTo(50);
    assertThat(hundred.percentile(99)).isEqualTo(99);
    assertThat(hundred.percentile(99.9)).isEqualTo(100);
    assertThat(hundred.most()).isEqualTo(100);
  }

  @Test
  void oneRequest_isEveryPercentile() {
    assertThat(new Latencies(new long[] {7}).percentile(1)).isEqualTo(7);
  }
}
