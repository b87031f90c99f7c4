package org.heed.text;

import java.util.Arrays;

/**
 * Walks a text with the automaton, four quarters of it at once: each next state waits for a load
 * from memory, and three other walks fill the wait. A quarter can begin after any break, since a
 * break forgets everything. Kept for one text after another.
 */
final class Scanner {
  private static final int LANES = 4;

  /** Texts shorter than this are not worth quartering. */
  private static final int SHORT = 96;

  /** Room is made for the hits of so many bytes at a time. */
  private static final int BLOCK = 1024;

  private final int[] rows;
  private final int start;
  private final int accept;

  /** Where each quarter begins, and the end of the text. */
  private final int[] cuts = new int[LANES + 1];

  private final int[] states = new int[LANES];

  /** Hits by quarter, also those before what is read over. */
  private final long[][] found = new long[LANES][2 * BLOCK];

  private final int[] counts = new int[LANES];

  Scanner(Automaton automaton) {
    rows = automaton.rows();
    start = automaton.start();
    accept = automaton.firstAccepting();
  }

  /** Keeps where accepting states were reached at a word's end. */
  void scan(byte[] folded, int length, Hits hits) {
    Arrays.fill(states, start);
    Arrays.fill(counts, 0);
    cut(folded, length);
    int together = length;
    for (int lane = 0; lane < LANES; lane++) {
      together = Math.min(together, cuts[lane + 1] - cuts[lane]);
    }
    // The last byte has none after it, so that it is walked alone.
    together = Math.min(together, length - 1 - cuts[LANES - 1]);
    for (int from = 0; from < together; from += BLOCK) {
      walkTogether(folded, from, Math.min(together, from + BLOCK));
    }
    together = Math.max(0, together);
    for (int lane = 0; lane < LANES; lane++) {
      for (int from = cuts[lane] + together; from < cuts[lane + 1]; from += BLOCK) {
        walk(folded, from, Math.min(cuts[lane + 1], from + BLOCK), length, lane);
      }
      keep(folded, length, lane, hits);
    }
  }

  /** Cuts a text into quarters, each beginning after the break that is nearest to its place. */
  private void cut(byte[] folded, int length) {
    Arrays.fill(cuts, 0);
    cuts[LANES] = length;
    int most = length < SHORT ? 0 : length / (2 * LANES);
    for (int lane = 1; lane < LANES; lane++) {
      int near = (int) ((long) length * lane / LANES);
      cuts[lane] = cuts[lane - 1];
      for (int i = 0; i < most; i++) {
        if (Classes.OF[folded[near - i] & 0xff] == Classes.BREAK) {
          cuts[lane] = near - i + 1;
          break;
        }
        if (Classes.OF[folded[near + i] & 0xff] == Classes.BREAK) {
          cuts[lane] = near + i + 1;
          break;
        }
      }
    }
  }

  private void walkTogether(byte[] b, int from, int to) {
    byte[] of = Classes.OF;
    int[] all = rows;
    int enough = accept - 1;
    int length = to - from;
    long[] f0 = room(0, length);
    long[] f1 = room(1, length);
    long[] f2 = room(2, length);
    long[] f3 = room(3, length);
    int n0 = counts[0];
    int n1 = counts[1];
    int n2 = counts[2];
    int n3 = counts[3];
    int s0 = states[0];
    int s1 = states[1];
    int s2 = states[2];
    int s3 = states[3];
    int i0 = cuts[0] + from;
    int i1 = cuts[1] + from;
    int i2 = cuts[2] + from;
    int i3 = cuts[3] + from;
    int c0 = of[b[i0] & 0xff];
    int c1 = of[b[i1] & 0xff];
    int c2 = of[b[i2] & 0xff];
    int c3 = of[b[i3] & 0xff];
    for (int i = 1; i <= length; i++) {
      s0 = Automaton.next(all, s0, c0);
      s1 = Automaton.next(all, s1, c1);
      s2 = Automaton.next(all, s2, c2);
      s3 = Automaton.next(all, s3, c3);
      c0 = of[b[i0 + i] & 0xff];
      c1 = of[b[i1 + i] & 0xff];
      c2 = of[b[i2 + i] & 0xff];
      c3 = of[b[i3 + i] & 0xff];
      // Written always and counted when it is one, without a branch to guess.
      f0[n0] = Hits.hit(s0, i0 + i);
      f1[n1] = Hits.hit(s1, i1 + i);
      f2[n2] = Hits.hit(s2, i2 + i);
      f3[n3] = Hits.hit(s3, i3 + i);
      n0 += ((enough - s0) & (c0 - Classes.OTHER_LETTER)) >>> 31;
      n1 += ((enough - s1) & (c1 - Classes.OTHER_LETTER)) >>> 31;
      n2 += ((enough - s2) & (c2 - Classes.OTHER_LETTER)) >>> 31;
      n3 += ((enough - s3) & (c3 - Classes.OTHER_LETTER)) >>> 31;
    }
    states[0] = s0;
    states[1] = s1;
    states[2] = s2;
    states[3] = s3;
    counts[0] = n0;
    counts[1] = n1;
    counts[2] = n2;
    counts[3] = n3;
  }

  private void walk(byte[] b, int from, int to, int length, int lane) {
    long[] into = room(lane, to - from);
    int n = counts[lane];
    int state = states[lane];
    int c = Classes.OF[b[from] & 0xff];
    for (int i = from + 1; i <= to; i++) {
      state = Automaton.next(rows, state, c);
      c = i < length ? Classes.OF[b[i] & 0xff] : Classes.BREAK;
      into[n] = Hits.hit(state, i);
      n += ((accept - 1 - state) & (c - Classes.OTHER_LETTER)) >>> 31;
    }
    states[lane] = state;
    counts[lane] = n;
  }

  private long[] room(int lane, int more) {
    int wanted = counts[lane] + more + 1;
    if (found[lane].length < wanted) {
      found[lane] = Arrays.copyOf(found[lane], Math.max(wanted, 2 * found[lane].length));
    }
    return found[lane];
  }

  /** Takes up a quarter's hits, but for those that only what is read over parts from a letter. */
  private void keep(byte[] folded, int length, int lane, Hits hits) {
    long[] lanes = found[lane];
    for (int k = 0; k < counts[lane]; k++) {
      int end = Hits.end(lanes[k]);
      boolean readOver = Classes.OF[folded[end - 1] & 0xff] == Classes.SKIP;
      if (!readOver && endsWord(folded, end, length)) {
        hits.add(lanes[k]);
      }
    }
  }

  private static boolean endsWord(byte[] folded, int at, int length) {
    for (int i = at; i < length; i++) {
      int c = Classes.OF[folded[i] & 0xff];
      if (c != Classes.SKIP) {
        return c < Classes.OTHER_LETTER;
      }
    }
    return true;
  }
}
