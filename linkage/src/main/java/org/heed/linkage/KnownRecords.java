package org.heed.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Records that are known, found one question at a time: an inverted index by blocking keys, to
 * which records are added and from which they are taken as they come. Those that share a key with
 * the question are weighed as {@link Learnt} weighs any pair. Whatever the order in which records
 * came, the same question has the same answer, unless more share a key than are looked at. Safe for
 * any number of threads.
 *
 * <p>Once there is a body that it learnt from, it tells of each record the pairs that linking all
 * of them at once by what was learnt would list ({@link #pairs}): for whoever looks through
 * everybody, one thread at a time, the one that adds and removes.
 */
public final class KnownRecords {
  /** A key that more records share tells too little. */
  private static final int LARGEST_BLOCK = 400;

  /** So many are weighed at most. */
  private static final int MOST_WEIGHED = 1_200;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Postings postings = new Postings();
  private final List<String> ids = new ArrayList<>();
  private final List<@Nullable String[]> rows = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final BitSet gone = new BitSet();
  private final Keys keys;
  private volatile Learnt learnt;
  private @Nullable Meeting meeting;

  /** None yet, weighed by what was learnt. */
  public KnownRecords(Learnt learnt) {
    this.learnt = learnt;
    this.keys = new Keys(learnt.layout(), learnt.habits());
  }

  /**
   * A record that was found.
   *
   * @param weight to base 2, of its being of the person asked about
   */
  public record Found(String id, double weight) {}

  public Learnt learnt() {
    return learnt;
  }

  /**
   * Weighs from now on by what was learnt from some of the records, which meet in the blocks that
   * linking these would have.
   *
   * @throws IllegalArgumentException where its records are laid out in another way
   */
  public void linkBy(Learnt now, Records body) {
    if (!body.layout().equals(learnt.layout())) {
      throw new IllegalArgumentException("records of another layout");
    }
    Meeting blocks = new Meeting(now, Linker.splits(body, now));
    lock.writeLock().lock();
    try {
      learnt = now;
      meeting = blocks;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Whether so many came since it learnt that blocks are passed over which it would cut now. */
  public boolean isOutgrown() {
    return meeting != null && meeting.isOutgrown();
  }

  /** How many there are. */
  public int size() {
    lock.readLock().lock();
    try {
      return ids.size() - gone.cardinality();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Adds a record, in place of one of this id; values in the order of the layout. */
  public void add(String id, @Nullable String[] row) {
    lock.writeLock().lock();
    try {
      Integer before = places.put(id, ids.size());
      if (before != null) {
        forget(before);
      }
      for (long key : keys.of(row)) {
        postings.add(key, ids.size());
      }
      ids.add(id);
      rows.add(kept(row));
    } finally {
      lock.writeLock().unlock();
    }
  }

  private @Nullable String[] kept(@Nullable String[] row) {
    @Nullable String[] kept = new String[row.length];
    for (int i = 0; i < row.length; i++) {
      String value = row[i];
      if (value != null && !value.isBlank()) {
        String known = texts.putIfAbsent(value, value);
        kept[i] = known == null ? value : known;
      }
    }
    return kept;
  }

  /** A text that others have as well is kept with them, and by nothing else. */
  private void forget(int place) {
    gone.set(place);
    for (String value : rows.set(place, new String[0])) {
      if (value != null) {
        texts.remove(value);
      }
    }
  }

  /** Takes a record out, if it is in. */
  public void remove(String id) {
    lock.writeLock().lock();
    try {
      Integer place = places.remove(id);
      if (place != null) {
        forget(place);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** A record's values; null where it is not known. */
  public @Nullable String @Nullable [] row(String id) {
    lock.readLock().lock();
    try {
      Integer place = places.get(id);
      return place == null ? null : rows.get(place).clone();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Records that may be of the person that a row speaks of, the likeliest first, of equals the one
   * whose id sorts first.
   *
   * @param least the weight from which a record is told
   */
  public List<Found> find(@Nullable String[] row, double least, int most) {
    List<String> names = new ArrayList<>();
    List<@Nullable String[]> weighed = new ArrayList<>();
    weighed.add(row);
    lock.readLock().lock();
    try {
      for (int place : candidates(row)) {
        names.add(ids.get(place));
        weighed.add(rows.get(place));
      }
    } finally {
      lock.readLock().unlock();
    }
    PairScores scores = new PairScores(learnt.scorer(weighed));
    int[] all = IntStream.rangeClosed(1, names.size()).toArray();
    int kept = scores.score(new int[all.length], all, all.length, (float) least);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < kept; i++) {
      found.add(new Found(names.get(scores.b(i) - 1), scores.weight(i)));
    }
    found.sort(Comparator.comparingDouble(Found::weight).reversed().thenComparing(Found::id));
    return found.size() > most ? List.copyOf(found.subList(0, most)) : found;
  }

  /**
   * Whom a record pairs with, each once: all that linking everybody at once by what was learnt
   * would list of it, whatever the order in which they came. Asked of either of two it gives the
   * same weight. Nobody before anything was learnt.
   *
   * @param least the weight from which a record is told
   */
  public List<Found> pairs(String id, double least) {
    List<Found> found = new ArrayList<>();
    Integer place = places.get(id);
    Meeting blocks = meeting;
    if (place == null || blocks == null) {
      return found;
    }
    blocks.take(rows);
    @Nullable String[] row = rows.get(place);
    long[] own = blocks.blocks(row);
    BitSet met = blocks.sharing(own, gone);
    met.clear(place);
    int[] others = met.stream().toArray();
    List<@Nullable String[]> weighed = new ArrayList<>();
    weighed.add(row);
    for (int other : others) {
      weighed.add(rows.get(other));
    }
    PairScores scores = new PairScores(learnt.scorer(weighed));
    int[] all = IntStream.rangeClosed(1, others.length).toArray();
    int kept = scores.score(new int[all.length], all, all.length, (float) least);
    for (int i = 0; i < kept; i++) {
      int other = others[scores.b(i) - 1];
      if (blocks.isIn(own, rows.get(other))) {
        found.add(new Found(ids.get(other), scores.weight(i)));
      }
    }
    return found;
  }

  /** Those of the smallest blocks; of large ones only where there is nothing else. */
  private int[] candidates(@Nullable String[] row) {
    List<int[]> blocks = new ArrayList<>();
    int[] into = new int[MOST_WEIGHED];
    for (long key : new Keys(learnt.layout(), learnt.habits()).of(row)) {
      int count = postings.list(key, into);
      blocks.add(Arrays.copyOf(into, count));
    }
    blocks.sort(Comparator.comparingInt(block -> block.length));
    BitSet taken = new BitSet();
    int count = 0;
    for (int[] block : blocks) {
      if ((block.length > LARGEST_BLOCK && count > 0) || count >= MOST_WEIGHED) {
        break;
      }
      for (int place : block) {
        if (!gone.get(place) && !taken.get(place) && count < MOST_WEIGHED) {
          taken.set(place);
          count++;
        }
      }
    }
    return taken.stream().toArray();
  }
}
