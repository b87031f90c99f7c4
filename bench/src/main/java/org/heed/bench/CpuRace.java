package org.heed.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Lets programs do the same work in turn, by the processor time of this thread, so that what else
 * runs on the machine matters less. Each warms up first, then takes its turn in every round.
 */
final class CpuRace {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long ROUND_NANOS = 300_000_000L;
  private static final int ROUNDS = 5;

  private final int size;
  private final IntUnaryOperator weight;
  private final long warm;
  private final List<Runner> runners = new ArrayList<>();

  /**
   * A race.
   *
   * @param size how many pieces of work there are, gone through again and again
   * @param weight how much each is
   * @param warm for how many nanoseconds each is run before it counts
   */
  CpuRace(int size, IntUnaryOperator weight, long warm) {
    this.size = size;
    this.weight = weight;
    this.warm = warm;
  }

  /**
   * How one came out.
   *
   * @param perSecond weight a second of processor time, the median round
   * @param pieces how many different pieces it had
   */
  record Pace(String name, double perSecond, int pieces) {}

  private final class Runner {
    private final String name;
    private final IntUnaryOperator work;
    private final double[] paces = new double[ROUNDS];
    private int at;
    private int most;
    private long sum;

    Runner(String name, IntUnaryOperator work) {
      this.name = name;
      this.work = work;
    }

    /** Works for so long and returns the pace. */
    double run(long nanos) {
      long began = THREADS.getCurrentThreadCpuTime();
      long done = 0;
      long spent;
      do {
        for (int i = 0; i < 16; i++) {
          sum += work.applyAsInt(at);
          done += weight.applyAsInt(at);
          at = at + 1 == size ? 0 : at + 1;
          most = Math.max(most, at);
        }
        spent = THREADS.getCurrentThreadCpuTime() - began;
      } while (spent < nanos);
      return done * 1e9 / spent;
    }
  }

  /** Adds a program; what it returns is what it counted. */
  void add(String name, IntUnaryOperator work) {
    runners.add(new Runner(name, work));
  }

  /** Runs all in turn. */
  List<Pace> run() {
    runners.forEach(runner -> runner.run(warm));
    for (int round = 0; round < ROUNDS; round++) {
      for (Runner runner : runners) {
        runner.paces[round] = runner.run(ROUND_NANOS);
      }
    }
    List<Pace> paces = new ArrayList<>();
    for (Runner runner : runners) {
      if (runner.sum == 0) {
        throw new BenchFailure(runner.name + " found nothing at all");
      }
      Arrays.sort(runner.paces);
      paces.add(new Pace(runner.name, runner.paces[ROUNDS / 2], Math.min(runner.most + 1, size)));
    }
    return paces;
  }
}
