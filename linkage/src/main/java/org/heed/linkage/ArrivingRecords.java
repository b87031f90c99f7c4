package org.heed.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Records linked one by one as they come. A record meets those of its own blocks alone, by an
 * inverted index, and of the clusters only those are reckoned afresh that a pair connects it with.
 * What was learnt and which blocks are cut stay as they were; with those, pairs, weights and
 * clusters are what linking all the records at once gives, whatever the order in which they came.
 * Equal records are kept as one with several ids. Safe for any number of threads, one at a time.
 */
public final class ArrivingRecords {
  private static final boolean[] ANY = {false, false};

  private final Learnt learnt;
  private final Splits splits;
  private final Settings settings;
  private final Postings postings = new Postings();
  private final List<Equals> kinds = new ArrayList<>();
  private final Map<Long, Integer> byNumber = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();

  /** Records that are equal in all that they are compared by. */
  private static final class Equals {
    private final long number;
    private final @Nullable String[] row;
    private final long[] blocks;
    private final Near near = new Near();
    private final TreeSet<String> ids = new TreeSet<>();

    /** Of two of them. */
    private float weight = Float.NEGATIVE_INFINITY;

    /** Where the kind stands whose first id names the cluster; −1 where each stands alone. */
    private int cluster = ALONE;

    Equals(long number, @Nullable String[] row, long[] blocks) {
      this.number = number;
      this.row = row;
      this.blocks = blocks;
    }
  }

  private static final int ALONE = -1;

  private ArrivingRecords(Learnt learnt, Splits splits, Settings settings) {
    this.learnt = learnt;
    this.splits = splits;
    this.settings = settings;
  }

  /** None yet, to be linked by what these records teach. */
  public static ArrivingRecords learntFrom(Records records, Settings settings) {
    Learnt learnt = Learnt.of(records, settings.model());
    return new ArrivingRecords(learnt, Linker.splits(records, learnt), settings);
  }

  /** Takes a pair of records, by their ids, and its weight. */
  @FunctionalInterface
  public interface PairSink {
    void pair(String a, String b, double weight);
  }

  /** How many records there are. */
  public synchronized int size() {
    return places.size();
  }

  /** Adds a record, in place of one of this id; values in the order of the layout. */
  public synchronized void add(String id, @Nullable String[] row) {
    remove(id);
    Passes passes = learnt.passes(row);
    Integer known = byNumber.get(passes.equal(0));
    int place = known == null ? addKind(passes, row.clone()) : known;
    kinds.get(place).ids.add(id);
    places.put(id, place);
    settle(List.of(place));
  }

  private int addKind(Passes passes, @Nullable String[] row) {
    int place = kinds.size();
    Equals kind = new Equals(passes.equal(0), row, splits.blocks(0, passes));
    int[] others = sharing(kind.blocks);
    kinds.add(kind);
    byNumber.put(kind.number, place);
    for (long block : kind.blocks) {
      postings.add(block, place);
    }
    if (kind.blocks.length > 0) {
      weigh(place, others);
    }
    return place;
  }

  /** Takes a record out, if it is in; what it alone held together falls apart. */
  public synchronized void remove(String id) {
    Integer place = places.remove(id);
    if (place == null) {
      return;
    }
    Equals kind = kinds.get(place);
    kind.ids.remove(id);
    if (!kind.ids.isEmpty()) {
      settle(List.of(place));
      return;
    }
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < kind.near.size(); i++) {
      others.add(kind.near.other(i));
      kinds.get(kind.near.other(i)).near.remove(place);
    }
    byNumber.remove(kind.number);
    kinds.set(place, new Equals(0, new String[0], new long[0]));
    settle(others);
  }

  /** The id that sorts first in this record's cluster; its own where it stands alone. */
  public synchronized String cluster(String id) {
    Integer place = places.get(id);
    if (place == null) {
      throw new IllegalArgumentException("no such record");
    }
    int cluster = kinds.get(place).cluster;
    return cluster == ALONE ? id : kinds.get(cluster).ids.first();
  }

  /** Tells the pairs at or above the threshold, the id that sorts first before the other. */
  public synchronized void eachPair(PairSink sink) {
    for (int a = 0; a < kinds.size(); a++) {
      Equals kind = kinds.get(a);
      if (kind.weight >= settings.join()) {
        Copies.each(List.copyOf(kind.ids), (one, other) -> sink.pair(one, other, kind.weight));
      }
      Near of = kind.near;
      for (int i = 0; i < of.size(); i++) {
        float weight = of.weight(i);
        if (a < of.other(i) && weight >= settings.join()) {
          Copies.each(
              List.copyOf(kind.ids),
              List.copyOf(kinds.get(of.other(i)).ids),
              (one, other) -> sink.pair(one, other, weight));
        }
      }
    }
  }

  /** Those in one of these blocks; the index itself only says who may be. */
  private int[] sharing(long[] own) {
    BitSet found = new BitSet();
    for (long block : own) {
      for (int place : postings.all(block)) {
        if (Arrays.stream(kinds.get(place).blocks).anyMatch(of -> of == block)) {
          found.set(place);
        }
      }
    }
    return found.stream().toArray();
  }

  /** Weighs a kind with itself and with others. */
  private void weigh(int place, int[] others) {
    List<@Nullable String[]> weighed = new ArrayList<>();
    weighed.add(kinds.get(place).row);
    for (int other : others) {
      weighed.add(kinds.get(other).row);
    }
    PairScores scores = new PairScores(learnt.scorer(weighed));
    int[] all = IntStream.rangeClosed(0, others.length).toArray();
    int found = scores.score(new int[all.length], all, all.length, (float) settings.look());
    for (int i = 0; i < found; i++) {
      if (scores.b(i) == 0) {
        kinds.get(place).weight = scores.weight(i);
      } else {
        int other = others[scores.b(i) - 1];
        kinds.get(place).near.add(other, scores.weight(i));
        kinds.get(other).near.add(place, scores.weight(i));
      }
    }
  }

  /** Clusters afresh whatever is connected with these. */
  private void settle(Collection<Integer> touched) {
    BitSet seen = new BitSet();
    for (int place : touched) {
      if (!seen.get(place)) {
        Set<Integer> connected = connected(place);
        connected.forEach(seen::set);
        settle(connected);
      }
    }
  }

  private Set<Integer> connected(int start) {
    Set<Integer> all = new TreeSet<>(List.of(start));
    List<Integer> next = new ArrayList<>(List.of(start));
    while (!next.isEmpty()) {
      Near of = kinds.get(next.removeLast()).near;
      for (int i = 0; i < of.size(); i++) {
        if (all.add(of.other(i))) {
          next.add(of.other(i));
        }
      }
    }
    return all;
  }

  /** Clusters one component, whose records stand in the order of their ids. */
  private void settle(Set<Integer> places) {
    if (places.size() == 1) {
      int place = places.iterator().next();
      Equals kind = kinds.get(place);
      kind.cluster = kind.weight >= settings.join() ? place : ALONE;
      return;
    }
    TreeMap<String, Integer> records = new TreeMap<>();
    for (int place : places) {
      kinds.get(place).ids.stream().limit(Copies.HEARD).forEach(id -> records.put(id, place));
    }
    List<Integer> of = List.copyOf(records.values());
    Map<Integer, Integer> first = new HashMap<>();
    for (int i = 0; i < of.size(); i++) {
      first.putIfAbsent(of.get(i), i);
    }
    Pairs pairs = new Pairs();
    first.forEach((place, a) -> {
      Equals kind = kinds.get(place);
      if (kind.weight >= settings.look()) {
        pairs.add(a, a, kind.weight);
      }
      for (int i = 0; i < kind.near.size(); i++) {
        Integer b = first.get(kind.near.other(i));
        if (b != null && a < b) {
          pairs.add(a, b, kind.near.weight(i));
        }
      }
    });
    Scorer scorer = learnt.scorer(of.stream().map(place -> kinds.get(place).row).toList());
    int[] found =
        new Clusters(scorer, Copies.of(scorer.table()), settings, ANY).of(of.size(), pairs);
    first.forEach((place, at) -> {
      int last = of.lastIndexOf(place);
      boolean isAlone = found[at] == at && found[last] == last;
      kinds.get(place).cluster = isAlone && last != at ? ALONE : of.get(found[at]);
    });
  }
}
