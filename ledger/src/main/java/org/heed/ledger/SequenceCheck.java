package org.heed.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether the entries stand in the log as they were recorded: none missing, none too many, each at
 * its own leaf. An entry is held against the signed leaf where the tree is stored, otherwise
 * against the leaf hash beside it. Looks one entry ahead, to tell a removed or inserted entry after
 * which all were renumbered from a changed one.
 */
final class SequenceCheck {

  private static final int LOOK_AHEAD = Tile.WIDTH;
  private static final int DISPLACED = 10_000;
  private static final String NOT_ITS_LEAF = "its own fields: they do not have the hash recorded";

  private final Faults faults;
  private final TreeCheck tree;
  private final CompactRange computed;
  private final CompactRange kept;
  private final List<Displaced> displaced = new ArrayList<>();
  private final NavigableSet<Long> missing = new TreeSet<>();
  private long next;
  private long shift;
  private boolean whole = true;

  private record Displaced(long index, Digest found, Digest recorded) {}

  SequenceCheck(Faults faults, TreeCheck tree) {
    this.faults = faults;
    this.tree = tree;
    this.computed = tree.trusted();
    this.kept = tree.trusted();
  }

  /**
   * Takes an entry.
   *
   * @param leaf the hash of its leaf as it is now
   * @param following the same of the next entry, or null at the end
   */
  void accept(StoredEntry stored, Digest leaf, @Nullable Digest following) {
    long index = stored.position() + shift;
    if (index < next) {
      if (missing.remove(index)) {
        faults.reordered(index, "comes after entry " + (next - 1));
      } else {
        faults.inserted(stored.position(), "a second entry at this position");
      }
      return;
    }
    if (index > next) {
      removed(next, index);
    }
    Digest recorded = tree.leaf(index);
    if (recorded != null && !recorded.equals(leaf)) {
      long elsewhere = find(leaf, index);
      boolean follows = Objects.equals(following, tree.leaf(elsewhere + 1));
      if (elsewhere > 0 && follows) {
        removed(index, elsewhere);
        shift += elsewhere - index;
        index = elsewhere;
      } else if (elsewhere < 0 && recorded.equals(following)) {
        faults.inserted(stored.position(), "the whole entry: the signed log does not have it here");
        shift--;
        return;
      } else {
        displace(new Displaced(index, leaf, recorded));
      }
    } else {
      Digest beside = stored.leafHash();
      if (beside != null && !beside.equals(leaf)) {
        if (recorded == null) {
          displace(new Displaced(index, leaf, beside));
        } else {
          faults.changed(index, "the leaf hash kept beside it; the entry is as recorded");
        }
      }
    }
    append(index, leaf, stored.leafHash());
    next = index + 1;
  }

  private void append(long index, Digest leaf, @Nullable Digest beside) {
    if (whole && index == computed.size()) {
      computed.append(leaf);
      kept.append(beside == null ? leaf : beside);
    }
  }

  private long find(Digest leaf, long index) {
    for (long at = index + 1; at <= index + LOOK_AHEAD; at++) {
      Digest there = tree.leaf(at);
      if (there == null) {
        return -1;
      }
      if (there.equals(leaf)) {
        return at;
      }
    }
    return -1;
  }

  private void removed(long from, long to) {
    whole = whole && to <= computed.size();
    if (missing.size() + to - from <= DISPLACED) {
      for (long index = from; index < to; index++) {
        missing.add(index);
      }
    } else {
      reportRemoved(from, to);
    }
  }

  private void reportRemoved(long from, long to) {
    faults.removed(
        from, to - from == 1 ? "the whole entry" : "the whole entries " + from + " to " + (to - 1));
  }

  private void displace(Displaced entry) {
    if (displaced.size() < DISPLACED) {
      displaced.add(entry);
    } else {
      faults.changed(entry.index(), NOT_ITS_LEAF);
    }
  }

  /** How far the log reaches. */
  long size() {
    return next;
  }

  /** Whether the entries so far have this root, all of them, up to this size. */
  boolean has(Checkpoint checkpoint) {
    return computed.size() == checkpoint.size() && computed.root().equals(checkpoint.root());
  }

  /** Whether the leaf hashes kept beside the entries have this root. */
  boolean keptHas(Checkpoint checkpoint) {
    return kept.size() == checkpoint.size() && kept.root().equals(checkpoint.root());
  }

  /** Whether roots mean anything: no entry is missing or in doubt beyond the trusted tree. */
  boolean comparable() {
    return whole;
  }

  /** The root over everything that is there. */
  Digest root() {
    return computed.root();
  }

  /** Reports the entries that never came and those at leaves that are not theirs. */
  void finish() {
    while (!missing.isEmpty()) {
      long from = missing.first();
      long to = from;
      while (missing.remove(to)) {
        to++;
      }
      reportRemoved(from, to);
    }
    Map<Digest, Long> places = new HashMap<>();
    displaced.forEach(entry -> places.put(entry.recorded(), entry.index()));
    for (Displaced entry : displaced) {
      Long place = places.get(entry.found());
      if (place != null) {
        faults.reordered(entry.index(), "holds the entry recorded at " + place);
      } else {
        faults.changed(entry.index(), NOT_ITS_LEAF);
      }
    }
  }
}
