package org.heed.server.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.heed.kernel.AllowedCall;

/**
 * Identifiers whose beginning is their time (UUID version 7, RFC 9562), so that new rows stand
 * together in an index, and whose rest cannot be guessed.
 */
public final class IdSource {
  private final Clock clock;
  private final RandomGenerator random;

  public IdSource(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** Unpredictable identifiers, for a server. */
  @AllowedCall("identifiers of records must be unpredictable")
  public static IdSource secure(Clock clock) {
    return new IdSource(clock, new SecureRandom());
  }

  /** The next identifier. */
  public UUID next() {
    long millis = clock.millis();
    long high = (millis << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** Random bytes for a salt. */
  public byte[] salt() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return bytes;
  }
}
