package org.heed.server.publication;

import java.util.List;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;

/**
 * Counts for someone: from memory for whoever may count every area, by statement under row security
 * for whoever counts what they may read. In memory is what is settled, so that there "now" is the
 * end of the ledger. Only inside {@link org.heed.server.store.Acts}.
 */
final class Counting {
  private final FigureStore store;
  private final @Nullable CountedRecord record;
  private final Caller caller;

  /**
   * @param record null: always by statement
   */
  Counting(FigureStore store, @Nullable CountedRecord record, Caller caller) {
    this.store = store;
    this.record = caller.may(Right.PSEUDONYMISED) ? record : null;
    this.caller = caller;
  }

  List<Group> count(Question question, KnownAt known) {
    return record == null
        ? store.count(question, known, pseudonymised())
        : new MemoryCounts(record).count(question, position(record, known));
  }

  /** The areas there were. */
  List<String> areas(KnownAt known) {
    return record == null
        ? store.areas(known, pseudonymised())
        : record.areas(position(record, known));
  }

  /** The rulebooks that have read anything; none where counting is by statement. */
  List<String> rulebooks() {
    if (record == null) {
      return List.of();
    }
    record.readOn();
    return List.copyOf(record.rulebooks().keySet());
  }

  private boolean pseudonymised() {
    return caller.may(Right.PSEUDONYMISED);
  }

  /** The position that stands for what is known, read up to there. */
  static long position(CountedRecord record, KnownAt known) {
    long last = record.readOn();
    Long position = known.position();
    return position == null ? last : Math.min(position, last);
  }
}
