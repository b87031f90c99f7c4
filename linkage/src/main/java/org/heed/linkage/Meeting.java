package org.heed.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which known records meet in a block, by passes and cuts that are frozen: whom a linking of them
 * all would weigh a record with. Records are put into their blocks some thousand at a time, when
 * somebody next asks. For one thread.
 */
final class Meeting {
  private static final int AT_ONCE = 1_000;

  /**
   * No block had more than some sixty when the passes were frozen. One that has grown to so many is
   * passed over until they are frozen anew, and cut.
   */
  private static final int GROWN = 1_000;

  private final Learnt learnt;
  private final Splits splits;
  private final Postings postings = new Postings();
  private int upto;
  private boolean outgrown;

  Meeting(Learnt learnt, Splits splits) {
    this.learnt = learnt;
    this.splits = splits;
  }

  /** Whether a block was met that has grown too large to be gone through. */
  boolean isOutgrown() {
    return outgrown;
  }

  /** Puts those that came since into their blocks; a row that is gone has no columns. */
  void take(List<@Nullable String[]> rows) {
    while (upto < rows.size()) {
      int end = Math.min(rows.size(), upto + AT_ONCE);
      List<Integer> places = new ArrayList<>();
      List<@Nullable String[]> some = new ArrayList<>();
      for (int place = upto; place < end; place++) {
        if (rows.get(place).length > 0) {
          places.add(place);
          some.add(rows.get(place));
        }
      }
      if (!some.isEmpty()) {
        Passes passes = learnt.passes(some);
        for (int i = 0; i < some.size(); i++) {
          for (long block : splits.blocks(i, passes)) {
            postings.add(block, places.get(i));
          }
        }
      }
      upto = end;
    }
  }

  /** The blocks that a row is in. */
  long[] blocks(@Nullable String[] row) {
    return splits.blocks(0, learnt.passes(List.<@Nullable String[]>of(row)));
  }

  /**
   * Those in one of these blocks, and perhaps some others: the index itself only says who may.
   *
   * @param rows of all; one that is gone has no columns
   */
  int[] sharing(long[] own, List<@Nullable String[]> rows) {
    BitSet found = new BitSet();
    for (long block : own) {
      int[] all =
          Arrays.stream(postings.all(block)).filter(place -> rows.get(place).length > 0).toArray();
      if (all.length > GROWN) {
        outgrown = true;
      } else {
        Arrays.stream(all).forEach(found::set);
      }
    }
    return found.stream().toArray();
  }

  /** Whether a row is in one of these blocks. */
  boolean isIn(long[] own, @Nullable String[] row) {
    long[] others = blocks(row);
    return Arrays.stream(own).anyMatch(one -> Arrays.stream(others).anyMatch(of -> of == one));
  }
}
