package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the deterministic automaton by subset construction. After every break the beginning of all
 * phrases joins the set, which is what failure links do in Aho and Corasick's.
 */
final class Determiniser {
  /** More states than this are refused: a table of 128 MB. */
  static final int MOST_STATES = 1_000_000;

  @SuppressWarnings("ArrayRecordComponent")
  private record Key(int[] nodes, int hash) {
    Key(int[] nodes) {
      this(nodes, Arrays.hashCode(nodes));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(nodes, key.nodes);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /**
   * What came of it: a full table of next states, by state and class.
   *
   * @param boundary the state after a break
   * @param inWord the state within a word that no phrase has
   * @param ends by state, the payloads that end in it, in order
   * @param beginning by state, whether phrases can begin in it
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Determined(int[] table, int boundary, int inWord, int[][] ends, boolean[] beginning) {
    boolean begins(int state) {
      return beginning[state];
    }

    int states() {
      return ends.length;
    }

    int next(int state, int cls) {
      return table[state * Classes.COUNT + cls];
    }
  }

  private final Nfa nfa;
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<int[]> sets = new ArrayList<>();
  private int[] table = new int[4096 * Classes.COUNT];

  Determiniser(Nfa nfa) {
    this.nfa = nfa;
  }

  Determined build() {
    int boundary = number(new int[] {Nfa.START});
    int inWord = number(new int[0]);
    IntSet[] byClass = new IntSet[Classes.COUNT];
    for (int c = 0; c < Classes.COUNT; c++) {
      byClass[c] = new IntSet();
    }
    for (int state = 0; state < sets.size(); state++) {
      int[] set = sets.get(state);
      boolean afterSpace = begins(set);
      for (int node : set) {
        nfa.follow(node, byClass);
      }
      byClass[Classes.SPACE].add(Nfa.START);
      for (int c = 0; c < Classes.COUNT; c++) {
        int to =
            switch (c) {
              case Classes.BREAK -> boundary;
              case Classes.SKIP -> state;
              case Classes.SPACE -> afterSpace ? state : number(byClass[c].sorted());
              default -> byClass[c].isEmpty() ? inWord : number(byClass[c].sorted());
            };
        byClass[c].clear();
        table[state * Classes.COUNT + c] = to;
      }
    }
    int[][] ends = new int[sets.size()][];
    boolean[] beginning = new boolean[ends.length];
    for (int state = 0; state < ends.length; state++) {
      beginning[state] = begins(sets.get(state));
      ends[state] =
          Arrays.stream(sets.get(state)).map(nfa::payload).filter(p -> p >= 0).sorted().toArray();
    }
    return new Determined(table, boundary, inWord, ends, beginning);
  }

  /** Whether the beginning of all phrases is in a set. */
  private static boolean begins(int[] set) {
    return set.length > 0 && set[0] == Nfa.START;
  }

  private int number(int[] set) {
    Key key = new Key(set);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    int number = sets.size();
    if (number == MOST_STATES) {
      throw new RulebookTooLargeException(
          "the rulebook's phrases together need more than "
              + MOST_STATES
              + " states; write fewer alternatives, or part phrases by gaps such as <3>");
    }
    if ((number + 1) * Classes.COUNT > table.length) {
      table = Arrays.copyOf(table, 2 * table.length);
    }
    sets.add(set);
    numbers.put(key, number);
    return number;
  }
}
