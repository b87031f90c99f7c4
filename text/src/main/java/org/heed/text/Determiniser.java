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
   * What came of it.
   *
   * @param ends by accepting state, the payloads that end in it, in order
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Determined(Automaton automaton, int[][] ends) {}

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
      boolean afterSpace = set.length > 0 && set[0] == Nfa.START;
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
    return freeze(boundary);
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

  /** Numbers accepting states last and lists what ends in each. */
  private Determined freeze(int start) {
    int size = sets.size();
    int[][] outputs = new int[size][];
    int accepting = 0;
    for (int state = 0; state < size; state++) {
      outputs[state] =
          Arrays.stream(sets.get(state)).map(nfa::payload).filter(p -> p >= 0).sorted().toArray();
      accepting += outputs[state].length > 0 ? 1 : 0;
    }
    int[] order = new int[size];
    int first = size - accepting;
    int plain = 0;
    int last = first;
    for (int state = 0; state < size; state++) {
      order[state] = outputs[state].length == 0 ? plain++ : last++;
    }
    int[] moved = new int[size << Automaton.SHIFT];
    int[][] ends = new int[accepting][];
    for (int state = 0; state < size; state++) {
      for (int c = 0; c < Classes.COUNT; c++) {
        moved[(order[state] << Automaton.SHIFT) + c] =
            order[table[state * Classes.COUNT + c]] << Automaton.SHIFT;
      }
      if (outputs[state].length > 0) {
        ends[order[state] - first] = outputs[state];
      }
    }
    Automaton automaton =
        new Automaton(moved, order[start] << Automaton.SHIFT, first << Automaton.SHIFT);
    return new Determined(automaton, ends);
  }
}
