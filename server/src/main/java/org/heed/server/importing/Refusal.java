package org.heed.server.importing;

/**
 * A row that does not go in.
 *
 * @param line where it begins
 * @param column that is to blame; empty: the row as a whole
 * @param value as the source had it
 * @param reason plain, with the cure
 */
record Refusal(long line, String column, String value, String reason) {
  /** Line and reason; the value is personal. */
  @Override
  public String toString() {
    return "Refusal[" + line + ", " + reason + "]";
  }
}
