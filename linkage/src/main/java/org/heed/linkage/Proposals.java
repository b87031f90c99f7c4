package org.heed.linkage;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The proposed pairs of all passes, gone through in parts by all processors: of representatives,
 * each for the pairs of all its equals.
 */
final class Proposals {
  private static final int PART = 1 << 16;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Blocks blocks;
  private final List<Part> parts = new ArrayList<>();
  private final long inBlocks;

  /** Some neighbouring blocks of one pass. */
  private record Part(int pass, int from, int to, long pairs) {}

  /** What is done with some pairs, the first so many of what it is given. */
  interface Visitor {
    void pairs(int[] as, int[] bs, int count);
  }

  /** Makes a visitor for each part, and takes what it found, in the order of the parts. */
  interface Gathering<V extends Visitor> {
    V start(int pass);

    void take(int pass, V found);
  }

  Proposals(Blocks blocks) {
    this.blocks = blocks;
    long all = 0;
    for (int pass = 0; pass < blocks.passes().size(); pass++) {
      long pairs = 0;
      int from = 0;
      for (int block = 0; block < blocks.count(pass); block++) {
        long in = (long) blocks.start(pass, block + 1) - blocks.start(pass, block);
        pairs += in * (in - 1) / 2;
        if (pairs >= PART || block + 1 == blocks.count(pass)) {
          parts.add(new Part(pass, from, block + 1, pairs));
          all += pairs;
          from = block + 1;
          pairs = 0;
        }
      }
    }
    this.inBlocks = all;
  }

  int passes() {
    return blocks.passes().size();
  }

  /** How many pairs there are within blocks; those in several passes as often. */
  long inBlocks() {
    return inBlocks;
  }

  /** Visits the new pairs of every pass; answers how much processor time that took. */
  <V extends Visitor> long each(Gathering<V> gathering, LinkListener listener) {
    return each(1, gathering, listener);
  }

  /** Visits those of a share of the blocks, chosen by a fixed seed. */
  <V extends Visitor> void sample(double share, Gathering<V> gathering) {
    each(share, gathering, LinkListener.deaf());
  }

  private <V extends Visitor> long each(
      double share, Gathering<V> gathering, LinkListener listener) {
    List<V> found = new ArrayList<>();
    parts.forEach(part -> found.add(gathering.start(part.pass)));
    AtomicLong done = new AtomicLong();
    AtomicLong worked = new AtomicLong();
    Workers.each(
        parts.size(),
        i -> {
          Part part = parts.get(i);
          long began = THREADS.getCurrentThreadCpuTime();
          visit(part, share < 1 ? new Random(i) : null, share, found.get(i));
          worked.addAndGet(THREADS.getCurrentThreadCpuTime() - began);
          long by = done.addAndGet(part.pairs);
          synchronized (listener) {
            listener.gone(by, inBlocks);
          }
        });
    for (int i = 0; i < parts.size(); i++) {
      gathering.take(parts.get(i).pass, found.get(i));
    }
    return worked.get();
  }

  private void visit(Part part, @Nullable Random random, double share, Visitor visitor) {
    int pass = part.pass;
    NewPairs pairs = new NewPairs(blocks, pass, visitor);
    for (int block = part.from; block < part.to; block++) {
      if (random != null && random.nextDouble() >= share) {
        continue;
      }
      pairs.block(block);
    }
    pairs.end();
  }
}
