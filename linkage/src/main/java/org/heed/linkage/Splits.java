package org.heed.linkage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which blocking passes are gone through and which of their blocks are cut, frozen as some body of
 * records had it, so that a record's blocks follow from the record alone: those of {@link Blocks},
 * and one that it shares with its equals.
 */
final class Splits {
  private static final long EQUALS = Key.number("equal");

  private final List<String> passes;
  private final List<String> cuts;
  private final Set<Long> cut;

  private Splits(List<String> passes, List<String> cuts, Set<Long> cut) {
    this.passes = passes;
    this.cuts = cuts;
    this.cut = cut;
  }

  /**
   * As these records of a table have it.
   *
   * @param kept which of the passes are gone through
   * @param cap blocks of more records are cut
   */
  static Splits of(int[] records, Passes passes, int[] kept, int cap) {
    Set<Long> cut = new HashSet<>();
    List<Key> cuts = passes.cuts();
    for (int pass : kept) {
      Key key = passes.list().get(pass).key();
      String name = passes.list().get(pass).name();
      split(
          IntStream.of(records).filter(i -> key.of(i) != Key.NONE).toArray(),
          record -> first(name, key.of(record)),
          cuts,
          cap,
          cut);
    }
    return new Splits(
        IntStream.of(kept).mapToObj(passes.list()::get).map(Passes.Pass::name).toList(),
        passes.cutNames(),
        cut);
  }

  private static long first(String pass, long key) {
    return Key.cut(Key.number(pass), key);
  }

  /** Notes every key that more records share than a block holds, and goes on with their cut. */
  private static void split(int[] records, Key key, List<Key> cuts, int cap, Set<Long> cut) {
    long[] sorted = IntStream.of(records).mapToLong(key::of).sorted().toArray();
    Set<Long> large = new HashSet<>();
    for (int i = cap; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - cap]) {
        large.add(sorted[i]);
      }
    }
    cut.addAll(large);
    if (!large.isEmpty() && !cuts.isEmpty()) {
      Key by = cuts.getFirst();
      split(
          IntStream.of(records).filter(record -> large.contains(key.of(record))).toArray(),
          record -> Key.cut(key.of(record), by.of(record)),
          cuts.subList(1, cuts.size()),
          cap,
          cut);
    }
  }

  /** The blocks of a record: that of its equals, and one of each pass that has one for it. */
  long[] blocks(int record, Passes table) {
    List<Long> blocks = new ArrayList<>();
    if (table.hasKey(record)) {
      blocks.add(Key.cut(EQUALS, table.equal(record)));
    }
    for (Passes.Pass pass : table.list()) {
      long key = passes.contains(pass.name()) ? pass.key().of(record) : Key.NONE;
      if (key != Key.NONE) {
        long block = first(pass.name(), key);
        int next = 0;
        while (cut.contains(block) && next < cuts.size()) {
          block = Key.cut(block, table.cut(cuts.get(next++)).of(record));
        }
        if (!cut.contains(block)) {
          blocks.add(block);
        }
      }
    }
    return blocks.stream().mapToLong(Long::longValue).toArray();
  }
}
