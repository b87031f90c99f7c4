package org.heed.ledger;

import java.io.Serial;
import java.security.SecureRandom;
import java.util.random.RandomGeneratorFactory;

/** Signing keys that are the same in every run. */
final class Keys {

  private Keys() {}

  static SigningKey of(String name, long seed) {
    return SigningKey.create(name, new Seeded(seed));
  }

  private static final class Seeded extends SecureRandom {

    @Serial private static final long serialVersionUID = 1;

    private final long seed;

    Seeded(long seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      RandomGeneratorFactory.of("L64X128MixRandom").create(seed).nextBytes(bytes);
    }
  }
}
