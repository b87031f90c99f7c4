package org.heed.server.portable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.heed.ledger.Settled;
import org.heed.ledger.Source;
import org.heed.server.importing.ImportFailure;
import org.jspecify.annotations.Nullable;

/** The times at which an export's positions were settled, in their order, as they are needed. */
final class SettledTimes implements AutoCloseable {
  private final Stream<Settled> stream;
  private final Iterator<Settled> times;
  private final boolean none;
  private @Nullable Settled head;

  private SettledTimes(Stream<Settled> stream, boolean none) {
    this.stream = stream;
    this.times = stream.iterator();
    this.none = none;
    advance();
  }

  /**
   * Those of an export of this size.
   *
   * @throws ImportFailure where they cannot be the times of such a log
   */
  static SettledTimes of(Source export, long size, Clock clock) {
    long last = 0;
    Instant now = clock.instant();
    try (Stream<Settled> all = export.settled()) {
      for (Settled each : (Iterable<Settled>) all::iterator) {
        if (each.size() <= last || each.at().isAfter(now)) {
          throw damaged();
        }
        last = each.size();
      }
    }
    if (last != 0 && last != size) {
      throw damaged();
    }
    return new SettledTimes(export.settled(), last == 0);
  }

  private static ImportFailure damaged() {
    return new ImportFailure(
        "The export's settled.ndjson does not fit its entries, or this machine's clock is behind:"
            + " take the export from where it was written again, or delete that file to have"
            + " everything known from now on.");
  }

  /** Whether the export, of an older Heed, has none. */
  boolean isNone() {
    return none;
  }

  /** Leaves out those of sizes up to this one. */
  void skipTo(long size) {
    while (head != null && head.size() <= size) {
      advance();
    }
  }

  /** Those up to this size, and where none is of just this size, the next one. */
  List<Settled> upTo(long size) {
    List<Settled> found = new ArrayList<>();
    while (head != null && head.size() <= size) {
      found.add(head);
      advance();
    }
    boolean within = found.isEmpty() || found.getLast().size() < size;
    if (within && head != null) {
      found.add(head);
    }
    return found;
  }

  private void advance() {
    head = times.hasNext() ? times.next() : null;
  }

  @Override
  public void close() {
    stream.close();
  }
}
