package org.heed.server.publication;

import org.jspecify.annotations.Nullable;

/**
 * Which of a question's records are wanted.
 *
 * @param slot the period asked about, the one before, or those the clock cannot place
 * @param area of one area; null: of all
 */
public record Part(Slot slot, @Nullable String area) {
  /** All that the total counts. */
  public static final Part TOTAL = new Part(Slot.ASKED, null);

  /** Where a record falls by the question's clock. */
  public enum Slot {
    ASKED,
    BEFORE,
    NOT_KNOWN
  }
}
