package org.heed.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Records linked one by one as they come. A record meets those of its own blocks alone, by an
 * inverted index, and of the clusters only those are reckoned afresh that a pair connects it with.
 * What was learnt and which blocks are cut stay as they were; with those, pairs, weights and
 * clusters are what linking all the records at once gives, whatever the order in which they came.
 * Safe for any number of threads, one at a time.
 */
public final class ArrivingRecords {
  private static final boolean[] ANY = {false, false};

  private final Learnt learnt;
  private final Splits splits;
  private final Settings settings;
  private final Postings postings = new Postings();
  private final List<String> ids = new ArrayList<>();
  private final List<@Nullable String[]> rows = new ArrayList<>();
  private final List<long[]> blocks = new ArrayList<>();
  private final List<Near> near = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  /** By place, where the first of a record's cluster stands. */
  private int[] cluster = new int[1024];

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
    int place = ids.size();
    long[] own = splits.blocks(0, learnt.passes(row));
    int[] others = sharing(own);
    ids.add(id);
    rows.add(row.clone());
    blocks.add(own);
    near.add(new Near());
    places.put(id, place);
    if (place == cluster.length) {
      cluster = Arrays.copyOf(cluster, place * 2);
    }
    cluster[place] = place;
    for (long block : own) {
      postings.add(block, place);
    }
    weigh(place, others);
    if (near.get(place).size() > 0) {
      settle(List.of(place));
    }
  }

  /** Takes a record out, if it is in; what it alone held together falls apart. */
  public synchronized void remove(String id) {
    Integer place = places.remove(id);
    if (place == null) {
      return;
    }
    Near left = near.set(place, new Near());
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      others.add(left.other(i));
      near.get(left.other(i)).remove(place);
    }
    blocks.set(place, new long[0]);
    rows.set(place, new String[0]);
    settle(others);
  }

  /** The id that sorts first in this record's cluster; its own where it stands alone. */
  public synchronized String cluster(String id) {
    Integer place = places.get(id);
    if (place == null) {
      throw new IllegalArgumentException("no such record");
    }
    return ids.get(cluster[place]);
  }

  /** Tells the pairs at or above the threshold, the id that sorts first before the other. */
  public synchronized void eachPair(PairSink sink) {
    for (int a = 0; a < near.size(); a++) {
      Near of = near.get(a);
      for (int i = 0; i < of.size(); i++) {
        String one = ids.get(a);
        String other = ids.get(of.other(i));
        if (of.weight(i) >= settings.join() && one.compareTo(other) < 0) {
          sink.pair(one, other, of.weight(i));
        }
      }
    }
  }

  /** Those in one of these blocks; the index itself only says who may be. */
  private int[] sharing(long[] own) {
    BitSet found = new BitSet();
    for (long block : own) {
      for (int place : postings.all(block)) {
        if (Arrays.stream(blocks.get(place)).anyMatch(of -> of == block)) {
          found.set(place);
        }
      }
    }
    return found.stream().toArray();
  }

  private void weigh(int place, int[] others) {
    List<@Nullable String[]> weighed = new ArrayList<>();
    weighed.add(rows.get(place));
    for (int other : others) {
      weighed.add(rows.get(other));
    }
    PairScores scores = new PairScores(learnt.scorer(weighed));
    int[] all = IntStream.rangeClosed(1, others.length).toArray();
    int found = scores.score(new int[all.length], all, all.length, (float) settings.look());
    for (int i = 0; i < found; i++) {
      int other = others[scores.b(i) - 1];
      near.get(place).add(other, scores.weight(i));
      near.get(other).add(place, scores.weight(i));
    }
  }

  /** Clusters afresh whatever is connected with these. */
  private void settle(Collection<Integer> touched) {
    BitSet seen = new BitSet();
    for (int place : touched) {
      if (!seen.get(place)) {
        int[] connected = connected(place);
        Arrays.stream(connected).forEach(seen::set);
        settle(connected);
      }
    }
  }

  private int[] connected(int start) {
    Set<Integer> all = new TreeSet<>(List.of(start));
    List<Integer> next = new ArrayList<>(List.of(start));
    while (!next.isEmpty()) {
      Near of = near.get(next.removeLast());
      for (int i = 0; i < of.size(); i++) {
        if (all.add(of.other(i))) {
          next.add(of.other(i));
        }
      }
    }
    return all.stream()
        .sorted(Comparator.comparing(ids::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Clusters one component, whose records stand in the order of their ids. */
  private void settle(int[] places) {
    Map<Integer, Integer> ranks = new HashMap<>();
    List<@Nullable String[]> of = new ArrayList<>();
    for (int place : places) {
      ranks.put(place, of.size());
      of.add(rows.get(place));
    }
    Pairs pairs = new Pairs();
    for (int a = 0; a < places.length; a++) {
      Near others = near.get(places[a]);
      for (int i = 0; i < others.size(); i++) {
        int b = ranks.getOrDefault(others.other(i), -1);
        if (a < b) {
          pairs.add(a, b, others.weight(i));
        }
      }
    }
    int[] found = new Clusters(learnt.scorer(of), settings, ANY).of(places.length, pairs);
    for (int i = 0; i < places.length; i++) {
      cluster[places[i]] = places[found[i]];
    }
  }
}
