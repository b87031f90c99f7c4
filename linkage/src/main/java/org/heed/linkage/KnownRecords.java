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
 * came, the same question has the same answer, unless more share a key than are looked at. Records
 * of the same words are one row with several ids, so that what was written down a hundred times
 * takes nobody else's place. Safe for any number of threads.
 *
 * <p>Once there is a body that it learnt from, it tells of each record the pairs that linking all
 * of them at once by what was learnt would list ({@link #pairs}): for whoever looks through
 * everybody, one thread at a time, the one that adds and removes.
 */
public final class KnownRecords {
  /** A key that more rows share tells too little. */
  private static final int LARGEST_BLOCK = 400;

  /** So many rows are weighed at most. */
  private static final int MOST_WEIGHED = 1_200;

  private static final int NOBODY = -1;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** Rows by what they may be found by, and by their words. */
  private final Postings postings = new Postings();

  private final Postings words = new Postings();

  private final List<@Nullable String[]> rows = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();

  /** By row: its newest record, and how many of its records are sought. */
  private int[] newest = new int[1024];

  private int[] sought = new int[1024];

  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  /** By record: its row, and the row's record before it. */
  private int[] rowOf = new int[1024];

  private int[] before = new int[1024];
  private final BitSet isSought = new BitSet();

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

  /**
   * Records of the same words that were found.
   *
   * @param ids those that are sought, in order
   * @param weight to base 2, of their being of the person asked about
   */
  public record Alike(List<String> ids, double weight) {
    public Alike {
      ids = List.copyOf(ids);
    }
  }

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
      return places.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Adds a record that is sought, in place of one of this id; values in the order of the layout.
   */
  public void add(String id, @Nullable String[] row) {
    add(id, row, true);
  }

  /**
   * Adds a record, in place of one of this id.
   *
   * @param seek whether it is told to whoever asks with {@link #find}
   */
  public void add(String id, @Nullable String[] row, boolean seek) {
    lock.writeLock().lock();
    try {
      remove(id);
      int record = ids.size();
      int place = row(row);
      if (record == rowOf.length) {
        rowOf = Arrays.copyOf(rowOf, record * 2);
        before = Arrays.copyOf(before, record * 2);
      }
      ids.add(id);
      places.put(id, record);
      rowOf[record] = place;
      before[record] = newest[place];
      newest[place] = record;
      seek(record, seek);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Says whether a record, if it is in, is told to whoever asks. */
  public void seek(String id, boolean seek) {
    lock.writeLock().lock();
    try {
      Integer record = places.get(id);
      if (record != null) {
        seek(record, seek);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void seek(int record, boolean seek) {
    if (isSought.get(record) != seek) {
      isSought.set(record, seek);
      sought[rowOf[record]] += seek ? 1 : -1;
    }
  }

  /** The place of the row of these words, new or known. */
  private int row(@Nullable String[] row) {
    @Nullable String[] kept = new @Nullable String[row.length];
    long number = 0;
    for (int i = 0; i < row.length; i++) {
      String value = row[i];
      if (value != null && !value.isBlank()) {
        kept[i] = value;
        number = Key.cut(number + i, Key.number(value));
      }
    }
    for (int place : words.all(number)) {
      if (Arrays.equals(rows.get(place), kept)) {
        return place;
      }
    }
    int place = rows.size();
    if (place == newest.length) {
      newest = Arrays.copyOf(newest, place * 2);
      sought = Arrays.copyOf(sought, place * 2);
    }
    newest[place] = NOBODY;
    for (int i = 0; i < kept.length; i++) {
      String value = kept[i];
      if (value != null) {
        String known = texts.putIfAbsent(value, value);
        kept[i] = known == null ? value : known;
      }
    }
    rows.add(kept);
    words.add(number, place);
    for (long key : keys.of(row)) {
      postings.add(key, place);
    }
    for (long key : keys.born(row)) {
      postings.add(key, place);
    }
    return place;
  }

  /** A text that others have as well is kept with them, and by nothing else. */
  private void forget(int place) {
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
      Integer record = places.remove(id);
      if (record != null) {
        seek(record, false);
        int place = rowOf[record];
        if (newest[place] == record) {
          newest[place] = before[record];
        } else {
          int after = newest[place];
          while (before[after] != record) {
            after = before[after];
          }
          before[after] = before[record];
        }
        if (newest[place] == NOBODY) {
          forget(place);
        }
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** A record's values; null where it is not known. */
  public @Nullable String @Nullable [] row(String id) {
    lock.readLock().lock();
    try {
      Integer record = places.get(id);
      return record == null ? null : rows.get(rowOf[record]).clone();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Records that are sought and may be of the person that a row speaks of, the likeliest first, of
   * equals the one whose id sorts first.
   *
   * @param least the weight from which a record is told
   */
  public List<Found> find(@Nullable String[] row, double least, int most) {
    return find(row, least).stream()
        .flatMap(alike -> alike.ids().stream().map(id -> new Found(id, alike.weight())))
        .sorted(Comparator.comparingDouble(Found::weight).reversed().thenComparing(Found::id))
        .limit(most)
        .toList();
  }

  /** As the other, all that were weighed, those of the same words together; in no order. */
  public List<Alike> find(@Nullable String[] row, double least) {
    return find(row, new Keys(learnt.layout(), learnt.habits()).of(row), least);
  }

  /**
   * As the other, of those born in a year or a month, who have a name of the row where it has any.
   *
   * @param month 0 for any
   */
  public List<Alike> findBorn(@Nullable String[] row, int year, int month, double least) {
    return find(row, new Keys(learnt.layout(), learnt.habits()).born(row, year, month), least);
  }

  private List<Alike> find(@Nullable String[] row, long[] by, double least) {
    List<List<String>> told = new ArrayList<>();
    List<@Nullable String[]> weighed = new ArrayList<>();
    weighed.add(row);
    lock.readLock().lock();
    try {
      for (int place : candidates(by)) {
        List<String> of = new ArrayList<>();
        for (int record = newest[place]; record != NOBODY; record = before[record]) {
          if (isSought.get(record)) {
            of.add(ids.get(record));
          }
        }
        of.sort(Comparator.naturalOrder());
        told.add(of);
        weighed.add(rows.get(place));
      }
    } finally {
      lock.readLock().unlock();
    }
    PairScores scores = new PairScores(learnt.scorer(weighed));
    int[] all = IntStream.rangeClosed(1, told.size()).toArray();
    int kept = scores.score(new int[all.length], all, all.length, (float) least);
    List<Alike> found = new ArrayList<>();
    for (int i = 0; i < kept; i++) {
      found.add(new Alike(told.get(scores.b(i) - 1), scores.weight(i)));
    }
    return found;
  }

  /**
   * Whom a record pairs with, each once: all that linking everybody at once by what was learnt
   * would list of it, whatever the order in which they came, sought or not. Asked of either of two
   * it gives the same weight. Nobody before anything was learnt.
   *
   * @param least the weight from which a record is told
   */
  public List<Found> pairs(String id, double least) {
    List<Found> found = new ArrayList<>();
    Integer asked = places.get(id);
    Meeting blocks = meeting;
    if (asked == null || blocks == null) {
      return found;
    }
    blocks.take(rows);
    @Nullable String[] row = rows.get(rowOf[asked]);
    long[] own = blocks.blocks(row);
    int[] met = blocks.sharing(own, rows);
    List<@Nullable String[]> weighed = new ArrayList<>();
    weighed.add(row);
    for (int other : met) {
      weighed.add(rows.get(other));
    }
    PairScores scores = new PairScores(learnt.scorer(weighed));
    int[] all = IntStream.rangeClosed(1, met.length).toArray();
    int kept = scores.score(new int[all.length], all, all.length, (float) least);
    for (int i = 0; i < kept; i++) {
      int other = met[scores.b(i) - 1];
      if (blocks.isIn(own, rows.get(other))) {
        for (int record = newest[other]; record != NOBODY; record = before[record]) {
          if (record != asked) {
            found.add(new Found(ids.get(record), scores.weight(i)));
          }
        }
      }
    }
    return found;
  }

  /** Rows of the smallest blocks; of large ones only where there is nothing else. */
  private int[] candidates(long[] by) {
    List<int[]> blocks = new ArrayList<>();
    int[] into = new int[MOST_WEIGHED];
    for (long key : by) {
      int count = postings.list(key, place -> sought[place] > 0, into);
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
        if (!taken.get(place) && count < MOST_WEIGHED) {
          taken.set(place);
          count++;
        }
      }
    }
    return taken.stream().toArray();
  }
}
