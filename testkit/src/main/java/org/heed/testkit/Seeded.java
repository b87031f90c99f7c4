package org.heed.testkit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Randomness that a test can repeat: {@code @RegisterExtension final Seeded seeded = new
 * Seeded();}. The seed comes from the test's name, so that a run is like the last one; {@code
 * -Dheed.seed=N} gives another and {@code -Dheed.seed=fresh} a new one at each test. A failure
 * prints the seed.
 */
public final class Seeded implements BeforeEachCallback, TestExecutionExceptionHandler {
  /** The system property that overrules the seed. */
  public static final String PROPERTY = "heed.seed";

  private static final String FRESH = "fresh";

  private long seed;
  private RandomGenerator random = new Random(0);

  /** The generator of the running test; the same numbers on every Java. */
  public RandomGenerator random() {
    return random;
  }

  /** The running test's seed. */
  public long seed() {
    return seed;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    seed = seedFor(context.getRequiredTestClass().getName() + "#" + context.getDisplayName());
    random = new Random(seed);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    noteSeed(context.getDisplayName(), failure);
    throw failure;
  }

  void noteSeed(String test, Throwable failure) {
    String replay = "replay " + test + " with -D" + PROPERTY + "=" + seed;
    System.err.println(replay);
    failure.addSuppressed(new Replay(replay));
  }

  /** The seed for a test's name, or the one that the property gives. */
  static long seedFor(String name) {
    String given = System.getProperty(PROPERTY, "");
    if (given.equals(FRESH)) {
      return new SecureRandom().nextLong();
    }
    if (!given.isBlank()) {
      return Long.parseLong(given.strip());
    }
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }

  /** Carries the seed into the printed failure. */
  private static final class Replay extends Exception {
    private static final long serialVersionUID = 1L;

    Replay(String message) {
      super(message, null, false, false);
    }
  }
}
