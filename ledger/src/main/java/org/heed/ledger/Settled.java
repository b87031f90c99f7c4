package org.heed.ledger;

import java.time.Instant;
import java.util.Objects;

/**
 * When positions were settled, which says what was known at a moment. Not part of what is signed.
 *
 * @param size of the log from then on
 * @param at when
 */
public record Settled(long size, Instant at) {

  public Settled {
    Objects.requireNonNull(at);
    if (size < 1) {
      throw new IllegalArgumentException("settling gives one position at least");
    }
  }
}
