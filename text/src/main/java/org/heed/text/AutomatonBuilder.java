package org.heed.text;

/** Lays out a full transition table as the rows of an {@link Automaton}. */
final class AutomatonBuilder {
  private final Determiniser.Determined from;
  private final int[] meaning;

  /** By state, where its row begins. */
  private final int[] place;

  /**
   * A builder.
   *
   * @param meaning by state, what its hit means; -1 where nothing ends
   */
  AutomatonBuilder(Determiniser.Determined from, int[] meaning) {
    this.from = from;
    this.meaning = meaning;
    place = new int[from.states()];
  }

  Automaton build() {
    int at = placeAll(false, 2 << Automaton.USUAL_SHIFT);
    // The first accepting state's row begins after what its hit means.
    int firstAccepting = at + 1;
    int[] rows = new int[placeAll(true, at)];
    for (int c = 0; c < Classes.COUNT; c++) {
      rows[c] = place[usual(from.inWord(), c)];
      rows[(1 << Automaton.USUAL_SHIFT) + c] = place[usual(from.boundary(), c)];
    }
    for (int state = 0; state < place.length; state++) {
      write(state, rows);
    }
    return new Automaton(rows, place[from.boundary()], firstAccepting, place.length);
  }

  /** Gives each accepting or other state its place from here on; where the last ends. */
  private int placeAll(boolean accepting, int begin) {
    int at = begin;
    for (int state = 0; state < place.length; state++) {
      if (meaning[state] >= 0 == accepting) {
        at += accepting ? 1 : 0;
        place[state] = at;
        at += 1 + Integer.bitCount(told(mask(state)));
      }
    }
    return at;
  }

  /** Where a class leads from most states that are within a word, or at its beginning. */
  private int usual(int like, int c) {
    return c == Classes.SKIP ? like : from.next(like, c);
  }

  /** The classes of which a state's row must tell, and whether it is at a word's beginning. */
  private int mask(int state) {
    boolean begins = from.begins(state);
    int like = begins ? from.boundary() : from.inWord();
    int mask = begins ? 1 << Automaton.BEGINS : 0;
    for (int c = 0; c < Automaton.BEGINS; c++) {
      if (c != Classes.SKIP && from.next(state, c) != usual(like, c)) {
        mask |= 1 << c;
      }
    }
    return mask;
  }

  private static int told(int mask) {
    return mask & ~(1 << Automaton.BEGINS);
  }

  private void write(int state, int[] rows) {
    int at = place[state];
    if (meaning[state] >= 0) {
      rows[at - 1] = meaning[state];
    }
    int mask = mask(state);
    rows[at++] = mask;
    for (int c = 0; c < Automaton.BEGINS; c++) {
      if ((mask >>> c & 1) != 0) {
        rows[at++] = place[from.next(state, c)];
      }
    }
  }
}
