package org.heed.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Load that does not wait for answers: the i-th request is due at its own moment whatever became of
 * those before, and its latency counts from that moment, so that a server that stalls cannot hide
 * the requests it held up (Tene's coordinated omission).
 */
final class OpenLoop {
  private final int count;
  private final double perSecond;
  private final int workers;

  OpenLoop(int count, double perSecond, int workers) {
    this.count = count;
    this.perSecond = perSecond;
    this.workers = workers;
  }

  /** What one worker sends by, such as a connection of its own. */
  interface Sender extends AutoCloseable {
    /** Sends request {@code i} and waits for its answer. */
    void send(int i) throws Exception;

    @Override
    void close() throws IOException, SQLException;
  }

  /** Opens a worker's sender. */
  interface Senders {
    Sender open() throws Exception;
  }

  /** Sends them all. */
  Latencies run(Senders senders) throws Exception {
    long[] nanos = new long[count];
    AtomicInteger next = new AtomicInteger();
    List<Sender> open = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    try {
      for (int i = 0; i < workers; i++) {
        open.add(senders.open());
      }
      long start = System.nanoTime() + 100_000_000;
      List<Thread> threads = new ArrayList<>();
      for (Sender sender : open) {
        threads.add(
            Thread.ofPlatform()
                .start(() -> {
                  try {
                    work(sender, start, next, nanos);
                  } catch (Exception e) {
                    next.set(count);
                    synchronized (failures) {
                      failures.add(e);
                    }
                  }
                }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    } finally {
      for (Sender sender : open) {
        sender.close();
      }
    }
    if (!failures.isEmpty()) {
      BenchFailure failed = new BenchFailure("a request failed: " + failures.getFirst());
      failed.initCause(failures.getFirst());
      throw failed;
    }
    return new Latencies(nanos);
  }

  private void work(Sender sender, long start, AtomicInteger next, long[] nanos) throws Exception {
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      long due = start + (long) (i * (1e9 / perSecond));
      for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
        LockSupport.parkNanos(early);
      }
      sender.send(i);
      nanos[i] = System.nanoTime() - due;
    }
  }
}
