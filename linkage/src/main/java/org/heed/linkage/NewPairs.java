package org.heed.linkage;

/**
 * The pairs of a pass that no earlier one has, some thousand at a time. For one thread; what is
 * left over is told by {@link #end}.
 */
final class NewPairs {
  private static final int AT_ONCE = 1024;

  private final Blocks blocks;
  private final int pass;
  private final Proposals.Visitor visitor;
  private final int[] as = new int[AT_ONCE];
  private final int[] bs = new int[AT_ONCE];
  private int count;

  /** What each member of the block was in before: so many blocks for each, side by side. */
  private int[] before = {};

  NewPairs(Blocks blocks, int pass, Proposals.Visitor visitor) {
    this.blocks = blocks;
    this.pass = pass;
    this.visitor = visitor;
  }

  void block(int block) {
    int from = blocks.start(pass, block);
    int size = blocks.start(pass, block + 1) - from;
    if (before.length < size * pass) {
      before = new int[size * pass];
    }
    for (int i = 0; i < size; i++) {
      blocks.before(blocks.member(pass, from + i), pass, before, i * pass);
    }
    for (int i = 0; i + 1 < size; i++) {
      int a = blocks.member(pass, from + i);
      for (int j = i + 1; j < size; j++) {
        if (!haveMet(i * pass, j * pass)) {
          as[count] = a;
          bs[count++] = blocks.member(pass, from + j);
          if (count == AT_ONCE) {
            end();
          }
        }
      }
    }
  }

  void end() {
    if (count > 0) {
      visitor.pairs(as, bs, count);
      count = 0;
    }
  }

  /** Records that no block of a pass holds have −1 there, and have not met by it. */
  private boolean haveMet(int x, int y) {
    for (int earlier = 0; earlier < pass; earlier++) {
      if (before[x + earlier] == before[y + earlier] && before[x + earlier] >= 0) {
        return true;
      }
    }
    return false;
  }
}
