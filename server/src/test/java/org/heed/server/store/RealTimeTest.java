package org.heed.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RealTimeTest {
  @Test
  void everyMoment_canBeRecordedAsItIs() {
    assertThat(Stream.generate(RealTime.clock()::instant).limit(10_000))
        .allSatisfy(moment -> assertThat(moment.truncatedTo(ChronoUnit.MICROS)).isEqualTo(moment));
    assertThat(RealTime.clock().instant()).isAfter(Instant.EPOCH);
  }
}
