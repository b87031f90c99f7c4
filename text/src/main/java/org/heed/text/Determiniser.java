package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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
   * @param automaton whose hits mean their own state
   * @param ends by state, the payloads that end in it, in order
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Determined(Automaton automaton, int[][] ends) {}

  private final Nfa nfa;
  private final Numbers.Parted parted;

  /** Without moves yet; it tells the numbers of symbols. */
  private final Automaton symbols;

  /** By number among {@link Symbols}, a word's number in the vocabulary. */
  private final int[] number;

  /** By class of numbers, the words of phrases that begin with such a number in figures. */
  private final List<List<Integer>> inFigures = new ArrayList<>();

  /** By word, the number of the word that is glued to its figures; 0 where nothing is. */
  private final int[] glued;

  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<Key> sets = new ArrayList<>();

  /**
   * A determiniser.
   *
   * @param examples whose frequent words are numbered first, so that what they lead to stands close
   */
  Determiniser(Nfa nfa, Symbols of, List<String> examples) {
    this.nfa = nfa;
    parted = Numbers.by(of.ranges());
    Vocabulary vocabulary = new Vocabulary(byFrequency(of.words(), examples));
    number = new int[vocabulary.size() + 1];
    for (int word = 1; word < number.length; word++) {
      byte[] letters = Utf8.bytes(of.words().get(word - 1));
      number[word] = vocabulary.find(letters, 0, letters.length);
    }
    symbols = Automaton.of(vocabulary, parted.numbers(), new long[1], new int[0], new int[0], 0);
    for (int c = 0; c <= parted.numbers().count(); c++) {
      inFigures.add(new ArrayList<>());
    }
    if (symbols.glued(vocabulary.size()) >= 1 << Automaton.BITS) {
      throw new RulebookTooLargeException(
          "the rulebook's phrases have " + vocabulary.size() + " words; write fewer alternatives");
    }
    glued = new int[vocabulary.size() + 1];
    for (int word = 1; word < glued.length; word++) {
      classify(word, vocabulary);
    }
  }

  private static List<String> byFrequency(List<String> words, List<String> examples) {
    Map<String, Integer> times = new HashMap<>();
    for (String example : examples) {
      for (String word : example.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
        times.merge(word, 1, Integer::sum);
      }
    }
    return words.stream()
        .sorted(Comparator.comparingInt(word -> -times.getOrDefault(word, 0)))
        .toList();
  }

  /** The number in the vocabulary of a labelled word. */
  private int word(int label) {
    return number[Symbols.number(label)];
  }

  /** Finds the figures that a word of a phrase begins with, and what is glued to them. */
  private void classify(int word, Vocabulary vocabulary) {
    String letters = vocabulary.words().get(word - 1);
    int figures = 0;
    while (figures < letters.length() && letters.charAt(figures) <= '9') {
      figures++;
    }
    if (figures == 0 || figures > Numbers.MOST_FIGURES) {
      return;
    }
    byte[] rest = Utf8.bytes(letters.substring(figures));
    glued[word] = rest.length == 0 ? 0 : vocabulary.find(rest, 0, rest.length);
    if (rest.length == 0 || glued[word] > 0) {
      int value = Integer.parseInt(letters.substring(0, figures));
      inFigures.get(parted.numbers().of(value, figures)).add(word);
    }
  }

  Determined build() {
    numberOf(new Key(false, new int[] {Nfa.START}));
    LongStream.Builder moves = LongStream.builder();
    for (int state = 0; state < sets.size(); state++) {
      Map<Integer, IntSet> bySymbol = new TreeMap<>();
      for (int node : sets.get(state).nodes()) {
        if (sets.get(state).between()) {
          followGlued(node, bySymbol);
        } else {
          follow(node, bySymbol);
        }
      }
      int from = state;
      bySymbol.forEach(
          (symbol, set) -> moves.add(Automaton.move(from, symbol, numberOf(key(symbol, set)))));
    }
    return freeze(moves.build().toArray());
  }

  /** Numbers states so that the start and those without moves come first, in order of coming. */
  private Determined freeze(long[] moves) {
    boolean[] moving = new boolean[sets.size()];
    for (long move : moves) {
      moving[Automaton.from(move)] = Automaton.from(move) != Automaton.START;
    }
    int[] place = new int[moving.length];
    int next = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int state = 0; state < place.length; state++) {
        if (moving[state] == (pass == 1)) {
          place[state] = next++;
        }
      }
    }
    int[][] ends = new int[place.length][];
    for (int state = 0; state < place.length; state++) {
      ends[place[state]] = ends(sets.get(state));
    }
    int[] roots = new int[symbols.glued(0) + 1];
    LongStream.Builder others = LongStream.builder();
    for (long move : moves) {
      int from = place[Automaton.from(move)];
      int to = place[Automaton.to(move)];
      if (from == Automaton.START) {
        roots[Automaton.symbol(move)] = to;
      } else {
        others.add(Automaton.move(from, Automaton.symbol(move), to));
      }
    }
    int still = (int) IntStream.range(0, moving.length).filter(s -> !moving[s]).count();
    Automaton automaton =
        Automaton.of(
            symbols.vocabulary(),
            symbols.numbers(),
            Automaton.table(others.build().toArray()),
            roots,
            IntStream.range(0, place.length).map(s -> ends[s].length == 0 ? -1 : s).toArray(),
            still);
    return new Determined(automaton, ends);
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
            case WORD -> enter(to, word(label), bySymbol);
            case RANGE -> {
              for (int c : parted.classes().get(Symbols.number(label))) {
                figures(c, to, bySymbol);
              }
            }
            case GLUED -> {}
          }
        });
  }

  /** Follows numbers of one class: alone, as a word of a phrase, and with a word glued to them. */
  private void figures(int numberClass, int to, Map<Integer, IntSet> bySymbol) {
    enter(to, symbols.figures(numberClass), bySymbol);
    IntSet reached = new IntSet();
    nfa.enter(to, reached);
    for (int node : reached.sorted()) {
      nfa.follow(
          node,
          (label, _) -> {
            if (Symbols.kind(label) == Symbols.Kind.GLUED) {
              set(symbols.gluedFigures(numberClass), bySymbol).add(node);
            }
          });
    }
    for (int word : inFigures.get(numberClass)) {
      if (glued[word] == 0) {
        enter(to, word, bySymbol);
      } else {
        for (int node : reached.sorted()) {
          nfa.follow(
              node,
              (label, behind) -> {
                boolean same =
                    Symbols.kind(label) == Symbols.Kind.GLUED && word(label) == glued[word];
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
            enter(to, symbols.glued(word(label)), bySymbol);
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
    boolean between = symbol > symbols.gluedFigures(0) && symbol <= symbols.glued(0);
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
