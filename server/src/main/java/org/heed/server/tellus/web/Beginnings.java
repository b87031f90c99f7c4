package org.heed.server.tellus.web;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.heed.kernel.AllowedCall;
import org.heed.server.access.SessionToken;
import org.springframework.stereotype.Component;

/**
 * Tokens that say themselves when they were begun, so that a browser which was asked to press again
 * is known to have typed for a while, though nothing was kept for it.
 */
@Component
final class Beginnings {
  /** Whoever began so long ago has typed; a program has not. */
  private static final long TYPED_SECONDS = 20;

  private final SecretKeySpec key = key();
  private final Clock clock;

  Beginnings(Clock clock) {
    this.clock = clock;
  }

  /** A new token, begun now. */
  SessionToken begin() {
    String begun = SessionToken.create().secret() + "." + clock.instant().getEpochSecond();
    return SessionToken.of(begun + "." + seal(begun));
  }

  /** Whether a token was made here. */
  boolean areOf(SessionToken token) {
    String text = token.secret();
    int end = text.lastIndexOf('.');
    return end > 0
        && MessageDigest.isEqual(
            bytes(text.substring(end + 1)), bytes(seal(text.substring(0, end))));
  }

  /** Whether a token was made here a while ago. */
  boolean isTyped(SessionToken token) {
    if (!areOf(token)) {
      return false;
    }
    String[] parts = token.secret().split("\\.", -1);
    long begun = Long.parseLong(parts[parts.length - 2]);
    return clock.instant().getEpochSecond() - begun >= TYPED_SECONDS;
  }

  private String seal(String begun) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(bytes(begun)), 16));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @AllowedCall("nobody may say for themselves when they began")
  private static SecretKeySpec key() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return new SecretKeySpec(key, "HmacSHA256");
  }
}
