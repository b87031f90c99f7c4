package org.heed.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.heed.kernel.AllowedCall;

/** What a signed-in person or program holds: 256 random bits. The database keeps only its hash. */
public final class SessionToken {
  private static final SecureRandom RANDOM = random();

  private final String text;

  private SessionToken(String text) {
    this.text = text;
  }

  /** A new token. */
  public static SessionToken create() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token a cookie or header carried. */
  public static SessionToken of(String text) {
    return new SessionToken(Objects.requireNonNull(text));
  }

  /** The secret itself, for the cookie, the bearer header and the transaction's setting only. */
  public String secret() {
    return text;
  }

  /** SHA-256 of the token's text, as the database keeps it. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SessionToken[hidden]";
  }

  @AllowedCall("tokens must be unpredictable, so nobody passes their randomness in")
  private static SecureRandom random() {
    return new SecureRandom();
  }
}
