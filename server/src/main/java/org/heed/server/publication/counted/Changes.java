package org.heed.server.publication.counted;

import java.util.ArrayList;
import java.util.List;
import org.heed.figures.log.EventLog;
import org.heed.figures.log.Schema;

/**
 * The event log of one unit as it grows. The newest changes stand in a short tail that is frozen
 * anew with each growth, so that many small ones do not cut the log to pieces.
 */
final class Changes {
  private static final Schema SCHEMA = new Schema(Clocks.NAMES, Dimension.names());
  private static final int LONGEST_TAIL = 1 << 16;

  private record Change(long position, int sign, Row row) {}

  private final Codes codes;
  private final List<Change> tail = new ArrayList<>();
  private EventLog settled = EventLog.builder(SCHEMA).freeze();
  private EventLog log = settled;

  Changes(Codes codes) {
    this.codes = codes;
  }

  void enter(long position, Row row) {
    tail.add(new Change(position, 1, row));
  }

  void leave(long position, Row row) {
    tail.add(new Change(position, -1, row));
  }

  /** Makes what was added part of {@link #log()}. */
  void freeze() {
    EventLog.Builder builder = settled.append();
    codes.teach(builder);
    tail.forEach(
        change -> builder.add(change.position, change.sign, change.row.days(), change.row.codes()));
    log = builder.freeze();
    if (tail.size() > LONGEST_TAIL) {
      settled = log;
      tail.clear();
    }
  }

  EventLog log() {
    return log;
  }
}
