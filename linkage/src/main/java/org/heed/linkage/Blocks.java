package org.heed.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The blocks of every pass: records that share its key, cut by further keys where there are too
 * many. Of equal records the first is in them for all, so that no block is so large that no key
 * tells its records apart; one that were would propose nobody. A pair belongs to the first pass
 * that has both records in one block, so that no pair is met twice and none has to be remembered.
 */
final class Blocks {
  /** No block of this pass holds the record. */
  private static final int ALONE = -1;

  private static final int INDEX_BITS = 26;

  private final List<Passes.Pass> passes;
  private final int[][] members;
  private final int[][] starts;
  private final int[] blockOf;

  private Blocks(List<Passes.Pass> passes, int[][] members, int[][] starts, int[] blockOf) {
    this.passes = passes;
    this.members = members;
    this.starts = starts;
    this.blockOf = blockOf;
  }

  /**
   * Puts records into blocks.
   *
   * @param size of the table
   * @param records of it that are put
   * @param cap blocks of more are cut
   */
  static Blocks of(int size, int[] records, Passes passes, int cap) {
    if (size >= 1 << INDEX_BITS) {
      throw new IllegalArgumentException("more than " + (1 << INDEX_BITS) + " records");
    }
    List<Passes.Pass> list = passes.list();
    List<Key> cuts = passes.cuts();
    int[][] members = new int[list.size()][];
    int[][] starts = new int[list.size()][];
    int[] blockOf = new int[size * list.size()];
    Workers.each(
        list.size(),
        pass -> {
          Cutter cutter = new Cutter(list.get(pass).key(), cuts, cap);
          cutter.cut(records);
          members[pass] = cutter.members();
          starts[pass] = cutter.starts();
        });
    Arrays.fill(blockOf, ALONE);
    for (int pass = 0; pass < members.length; pass++) {
      for (int block = 0; block + 1 < starts[pass].length; block++) {
        for (int i = starts[pass][block]; i < starts[pass][block + 1]; i++) {
          blockOf[members[pass][i] * list.size() + pass] = block;
        }
      }
    }
    return new Blocks(list, members, starts, blockOf);
  }

  /** These passes alone, as though there were no others. */
  Blocks only(int[] kept) {
    int size = passes.isEmpty() ? 0 : blockOf.length / passes.size();
    int[] of = new int[size * kept.length];
    for (int record = 0; record < size; record++) {
      for (int i = 0; i < kept.length; i++) {
        of[record * kept.length + i] = blockOf[record * passes.size() + kept[i]];
      }
    }
    return new Blocks(
        IntStream.of(kept).mapToObj(passes::get).toList(),
        IntStream.of(kept).mapToObj(pass -> members[pass]).toArray(int[][]::new),
        IntStream.of(kept).mapToObj(pass -> starts[pass]).toArray(int[][]::new),
        of);
  }

  List<Passes.Pass> passes() {
    return passes;
  }

  int count(int pass) {
    return starts[pass].length - 1;
  }

  int start(int pass, int block) {
    return starts[pass][block];
  }

  int member(int pass, int at) {
    return members[pass][at];
  }

  /** Tells which blocks of the passes before this one a record is in; −1 where in none. */
  void before(int record, int pass, int[] into, int at) {
    System.arraycopy(blockOf, record * passes.size(), into, at, pass);
  }

  /** Pairs within the blocks of a pass, those of earlier passes too. */
  long pairs(int pass) {
    long pairs = 0;
    for (int block = 0; block < count(pass); block++) {
      long in = (long) starts[pass][block + 1] - starts[pass][block];
      pairs += in * (in - 1) / 2;
    }
    return pairs;
  }

  /** Sorts the records of one pass by key and cuts what is too large. */
  private static final class Cutter {
    private static final long INDEX = (1L << INDEX_BITS) - 1;

    private final Key key;
    private final List<Key> cuts;
    private final int cap;
    private final List<int[]> blocks = new ArrayList<>();
    private int total;

    Cutter(Key key, List<Key> cuts, int cap) {
      this.key = key;
      this.cuts = cuts;
      this.cap = cap;
    }

    void cut(int[] records) {
      long[] keyed = new long[records.length];
      int known = 0;
      for (int record : records) {
        long of = key.of(record);
        if (of != Key.NONE) {
          keyed[known++] = (of & ~INDEX) | record;
        }
      }
      RadixSort.sort(keyed, known, INDEX_BITS);
      runs(keyed, 0, known, 0);
    }

    private void runs(long[] keyed, int from, int to, int nextCut) {
      int start = from;
      for (int i = from + 1; i <= to; i++) {
        if (i == to || (keyed[i] & ~INDEX) != (keyed[start] & ~INDEX)) {
          block(keyed, start, i, nextCut);
          start = i;
        }
      }
    }

    private void block(long[] keyed, int from, int to, int nextCut) {
      if (to - from < 2) {
        return;
      }
      if (to - from <= cap) {
        add(keyed, from, to);
        return;
      }
      if (nextCut == cuts.size()) {
        return;
      }
      Key cut = cuts.get(nextCut);
      for (int i = from; i < to; i++) {
        int record = (int) (keyed[i] & INDEX);
        keyed[i] = (cut.of(record) & ~INDEX) | record;
      }
      Arrays.sort(keyed, from, to);
      runs(keyed, from, to, nextCut + 1);
    }

    private void add(long[] keyed, int from, int to) {
      int[] block = new int[to - from];
      for (int i = from; i < to; i++) {
        block[i - from] = (int) (keyed[i] & INDEX);
      }
      blocks.add(block);
      total += block.length;
    }

    int[] members() {
      int[] members = new int[total];
      int at = 0;
      for (int[] block : blocks) {
        System.arraycopy(block, 0, members, at, block.length);
        at += block.length;
      }
      return members;
    }

    int[] starts() {
      int[] starts = new int[blocks.size() + 1];
      for (int i = 0; i < blocks.size(); i++) {
        starts[i + 1] = starts[i] + blocks.get(i).length;
      }
      return starts;
    }
  }
}
