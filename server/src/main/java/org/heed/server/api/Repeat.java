package org.heed.server.api;

import org.jspecify.annotations.Nullable;

/**
 * What makes a request a repeat of another: its {@code Idempotency-Key}, where it has one, and the
 * method and path it asks. A controller method that writes takes it as a parameter.
 *
 * @param line method and path
 */
public record Repeat(@Nullable String key, String line) {
  /** The header. */
  public static final String HEADER = "Idempotency-Key";

  /** Says on an answer that it was given before. */
  public static final String REPLAYED = "Idempotency-Replayed";
}
