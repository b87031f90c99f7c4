package org.heed.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  private static Latencies run(int count, int workers, IntConsumer send) throws Exception {
    return new OpenLoop(count, 10_000, workers).run(() -> new Sender(send));
  }

  private record Sender(IntConsumer to) implements OpenLoop.Sender {
    @Override
    public void send(int i) {
      to.accept(i);
    }

    @Override
    public void close() {}
  }

  @Test
  void everyRequest_isSentOnce() throws Exception {
    Set<Integer> sent = ConcurrentHashMap.newKeySet();
    run(500, 7, i -> assertThat(sent.add(i)).isTrue());
    assertThat(sent).hasSize(500);
  }

  @Test
  void requestsHeldUpByAnother_countTheirWaiting() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Latencies held =
        run(
            2,
            1,
            i -> {
              if (i == 0) {
                waitFor(never);
              }
            });
    // One worker: the second was due 0.1 ms after the first and had to wait until it was answered.
    assertThat(held.percentile(1)).isGreaterThan(40_000_000);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)).isFalse();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void requestThatFails_endsTheRun() {
    assertThatThrownBy(() ->
            run(
                100,
                3,
                i -> {
                  if (i == 5) {
                    throw new BenchFailure("refused");
                  }
                }))
        .isInstanceOf(BenchFailure.class)
        .hasMessageContaining("refused");
  }
}
