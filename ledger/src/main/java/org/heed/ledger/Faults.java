package org.heed.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects faults: all are counted, the first are kept, so that a wrecked log fits in memory. */
final class Faults {

  private static final int KEPT = 1_000;

  private final List<Fault> first = new ArrayList<>();
  private long count;

  void changed(Object entry, String says) {
    add(new Fault(entry.toString(), Fault.Kind.CHANGED, says));
  }

  void removed(Object entry, String says) {
    add(new Fault(entry.toString(), Fault.Kind.REMOVED, says));
  }

  void inserted(Object entry, String says) {
    add(new Fault(entry.toString(), Fault.Kind.INSERTED, says));
  }

  void reordered(Object entry, String says) {
    add(new Fault(entry.toString(), Fault.Kind.REORDERED, says));
  }

  private void add(Fault fault) {
    count++;
    if (first.size() < KEPT) {
      first.add(fault);
    }
  }

  /** Those kept, by position, then those of entries that have none. */
  List<Fault> first() {
    return first.stream().sorted(Comparator.comparingLong(Faults::position)).toList();
  }

  private static long position(Fault fault) {
    boolean placed = fault.entry().chars().allMatch(Character::isDigit);
    return placed ? Long.parseLong(fault.entry()) : Long.MAX_VALUE;
  }

  long count() {
    return count;
  }
}
