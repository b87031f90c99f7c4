package org.heed.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class HelpersTest {
  @RegisterExtension final Seeded seeded = new Seeded();

  @Test
  void seed_belongsToTheTestsName_andReplays() {
    assertThat(Seeded.seedFor("a test")).isEqualTo(Seeded.seedFor("a test"));
    assertThat(seeded.random().nextLong()).isEqualTo(new Random(seeded.seed()).nextLong());
  }

  @Test
  void failure_carriesItsSeed() {
    AssertionError failure = new AssertionError("an expected failure");
    seeded.noteSeed("an expected failure", failure);
    assertThat(failure.getSuppressed()[0]).hasMessageContaining("-Dheed.seed=" + seeded.seed());
  }

  @Test
  void waiting_endsWithTheCondition_orSaysWhatForInVain() {
    AtomicInteger looks = new AtomicInteger();
    Await.until(() -> looks.incrementAndGet() == 3, "three looks");
    assertThat(looks).hasValue(3);
    assertThatThrownBy(() -> Await.until(() -> false, "the end", Duration.ZERO))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("in vain for the end");
  }

  @Test
  void absentData_isEmpty() {
    assertThat(HeedData.find("no/such/file")).isEmpty();
  }
}
