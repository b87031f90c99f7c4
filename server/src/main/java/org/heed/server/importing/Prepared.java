package org.heed.server.importing;

import org.heed.server.person.Ties;
import org.heed.server.report.NewReport;
import org.heed.text.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A row made ready for the record, or refused already.
 *
 * @param index of the row in its file, from 0
 * @param reference as the source had it
 * @param report null: refused
 * @param operation that the row says it belongs to; null: it says none
 * @param reading what reading it came to; null where it is not worth knowing ahead
 * @param tie what it says of two people, where it is no report
 * @param source of such a tie
 * @param refusal null: not refused
 * @param byClock refused only because its day has not come
 */
record Prepared(
    long index,
    long line,
    String reference,
    @Nullable NewReport report,
    @Nullable String operation,
    @Nullable Reading reading,
    Ties.@Nullable Said tie,
    String source,
    @Nullable Refusal refusal,
    boolean byClock) {
  /** A row that makes a report. */
  static Prepared report(
      long index,
      long line,
      String reference,
      NewReport report,
      @Nullable String operation,
      @Nullable Reading reading) {
    return new Prepared(index, line, reference, report, operation, reading, null, "", null, false);
  }

  /** A row that says something of two people. */
  static Prepared tie(long index, long line, Ties.Said tie, String source) {
    return new Prepared(index, line, "", null, null, null, tie, source, null, false);
  }

  /** A row that is refused. */
  static Prepared refused(
      long index, long line, String reference, Refusal refusal, boolean byClock) {
    return new Prepared(index, line, reference, null, null, null, null, "", refusal, byClock);
  }

  /** The line only; the rest is personal. */
  @Override
  public String toString() {
    return "Prepared[" + line + "]";
  }
}
