package org.heed.server.importing;

/** A row cannot become a report. The message is the reason; the value stays in the refusal. */
final class RowRefused extends Exception {
  private final String column;
  private final String value;
  private final boolean byClock;

  RowRefused(String column, String value, String reason, boolean byClock) {
    super(reason, null, false, false);
    this.column = column;
    this.value = value;
    this.byClock = byClock;
  }

  RowRefused(String column, String value, String reason) {
    this(column, value, reason, false);
  }

  Refusal at(long line) {
    return new Refusal(line, column, value, String.valueOf(getMessage()));
  }

  /** Whether another day would not refuse it. */
  boolean byClock() {
    return byClock;
  }
}
