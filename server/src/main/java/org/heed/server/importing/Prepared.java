package org.heed.server.importing;

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
    @Nullable Refusal refusal,
    boolean byClock) {
  /** The line only; the rest is personal. */
  @Override
  public String toString() {
    return "Prepared[" + line + "]";
  }
}
