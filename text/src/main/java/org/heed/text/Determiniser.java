package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Makes the deterministic automaton by subset construction: of all phrases as they are gone through
 * from their first word on.
 */
final class Determiniser {
  /** More states than this are refused. */
  static final int MOST_STATES = 100_000;

  /** Nodes that are held together, after a whole word or between figures and what is glued. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Key(boolean between, int[] nodes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && between == key.between && Arrays.equals(nodes, key.nodes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(nodes);
    }
  }

  /**
   * What came of it.
   *
   * @param automaton whose hits mean rows
   * @param rows the payloads that end in a state, in order, each row once
   */
  record Determined(Automaton automaton, List<int[]> rows) {}

  private final Nfa nfa;
  private final Spellings spellings;
  private final Alphabet alphabet;
  private final List<String> examples;
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<Key> sets = new ArrayList<>();

  /**
   * A determiniser.
   *
   * @param examples texts; states that are often come to in them are put together
   */
  Determiniser(Nfa nfa, Spellings spellings, List<String> examples) {
    this.nfa = nfa;
    this.examples = examples;
    this.spellings = spellings;
    alphabet = spellings.alphabet();
  }

  Determined build() {
    numberOf(new Key(false, new int[] {Nfa.START}));
    List<Map<Integer, Integer>> moves = new ArrayList<>();
    for (int state = 0; state < sets.size(); state++) {
      Map<Integer, IntSet> bySymbol = new TreeMap<>();
      for (int node : sets.get(state).nodes()) {
        if (sets.get(state).between()) {
          followGlued(node, bySymbol);
        } else {
          follow(node, bySymbol);
        }
      }
      Map<Integer, Integer> to = new TreeMap<>();
      bySymbol.forEach((symbol, set) -> to.put(symbol, numberOf(key(symbol, set))));
      moves.add(to);
    }
    int[] asTheyCame = IntStream.range(0, sets.size()).toArray();
    int[] visits = Frequencies.ofStates(examples, alphabet, freeze(moves, asTheyCame).automaton());
    int others = alphabet.size() - 1;
    int[] byVisits =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(1, sets.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(set -> -visits[others + set]))
                    .mapToInt(Integer::intValue))
            .toArray();
    return freeze(moves, byVisits);
  }

  /**
   * Gives each first symbol its own state, and all others a number behind them.
   *
   * @param order the sets from the one that is to stand first on; the start is the first of all
   */
  private Determined freeze(List<Map<Integer, Integer>> moves, int[] order) {
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = alphabet.size() - 1 + i;
    }
    Map<Integer, Integer> first = moves.getFirst();
    long[] states = new long[2 * (alphabet.size() - 1 + sets.size())];
    List<int[]> rows = new ArrayList<>();
    Map<List<Integer>, Integer> known = new HashMap<>();
    DoubleArray all = new DoubleArray(alphabet.size());
    for (int i = 1; i < order.length; i++) {
      int set = order[i];
      Map<Integer, Integer> of = moves.get(set);
      Map<Integer, Integer> to = new TreeMap<>();
      long mask = 0;
      for (Map.Entry<Integer, Integer> move : of.entrySet()) {
        to.put(move.getKey(), place[move.getValue()]);
        mask |= 1L << move.getKey();
      }
      int row = row(sets.get(set), known, rows);
      states[2 * place[set]] = Automaton.state(row, all.put(to));
      states[2 * place[set] + 1] = mask;
    }
    first.forEach((symbol, set) -> {
      states[2 * symbol] = states[2 * place[set]];
      states[2 * symbol + 1] = states[2 * place[set] + 1];
    });
    return new Determined(new Automaton(states, all.moves()), rows);
  }

  /** The number of the row of payloads that end with a set; -1 if none does. */
  private int row(Key key, Map<List<Integer>, Integer> known, List<int[]> rows) {
    int[] ends = ends(key);
    if (ends.length == 0) {
      return -1;
    }
    Integer row = known.putIfAbsent(Arrays.stream(ends).boxed().toList(), rows.size());
    if (row == null) {
      rows.add(ends);
    }
    return row == null ? rows.size() - 1 : row;
  }

  private int[] ends(Key key) {
    return key.between()
        ? new int[0]
        : Arrays.stream(key.nodes()).map(nfa::payload).filter(p -> p >= 0).sorted().toArray();
  }

  /** Adds to each symbol's set the nodes that it leads to from here. */
  private void follow(int node, Map<Integer, IntSet> bySymbol) {
    nfa.follow(
        node,
        (label, to) -> {
          switch (Symbols.kind(label)) {
            case WORD -> enter(to, spellings.word(label), bySymbol);
            case RANGE -> {
              for (int c : spellings.classes(label)) {
                figures(c, to, bySymbol);
              }
            }
            case GLUED -> {}
          }
        });
  }

  /** Follows numbers of one class: alone, as a word of a phrase, and with a word glued to them. */
  private void figures(int numberClass, int to, Map<Integer, IntSet> bySymbol) {
    enter(to, alphabet.figures(numberClass), bySymbol);
    IntSet reached = new IntSet();
    nfa.enter(to, reached);
    for (int node : reached.sorted()) {
      nfa.follow(
          node,
          (label, _) -> {
            if (Symbols.kind(label) == Symbols.Kind.GLUED) {
              set(alphabet.gluedFigures(numberClass), bySymbol).add(node);
            }
          });
    }
    for (int word : spellings.inFigures(numberClass)) {
      if (spellings.glued(word) == 0) {
        enter(to, word, bySymbol);
      } else {
        for (int node : reached.sorted()) {
          nfa.follow(
              node,
              (label, behind) -> {
                boolean same =
                    Symbols.kind(label) == Symbols.Kind.GLUED
                        && spellings.word(label) == spellings.glued(word);
                if (same) {
                  enter(behind, word, bySymbol);
                }
              });
        }
      }
    }
  }

  private void followGlued(int node, Map<Integer, IntSet> bySymbol) {
    nfa.follow(
        node,
        (label, to) -> {
          if (Symbols.kind(label) == Symbols.Kind.GLUED) {
            enter(to, alphabet.glued(spellings.word(label)), bySymbol);
          }
        });
  }

  private void enter(int node, int symbol, Map<Integer, IntSet> bySymbol) {
    nfa.enter(node, set(symbol, bySymbol));
  }

  private static IntSet set(int symbol, Map<Integer, IntSet> bySymbol) {
    return bySymbol.computeIfAbsent(symbol, _ -> new IntSet());
  }

  private Key key(int symbol, IntSet set) {
    boolean between = symbol > alphabet.gluedFigures(0) && symbol <= alphabet.glued(0);
    return new Key(between, set.sorted());
  }

  private int numberOf(Key key) {
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    int next = sets.size();
    if (next == MOST_STATES) {
      throw new RulebookTooLargeException(
          "the rulebook's phrases together need more than "
              + MOST_STATES
              + " states; write fewer alternatives, or part phrases by gaps such as <3>");
    }
    sets.add(key);
    numbers.put(key, next);
    return next;
  }
}
