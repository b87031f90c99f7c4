package org.heed.server.access;

import java.util.random.RandomGenerator;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id, with the parameters of OWASP's cheat sheet: 19 MiB, two passes, one lane. */
@Component
public class Passwords {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 2);
  private final String nobody = encoder.encode("nobody's");

  /** A new one of sixteen letters and digits, without those that look like others. */
  public static String make(RandomGenerator random) {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      made.append(i > 0 && i % 4 == 0 ? "-" : "");
      made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return made.toString();
  }

  /** The hash to keep. */
  public String hash(String password) {
    return encoder.encode(password);
  }

  /** Whether the password is the hash's; takes as long when there is no such account. */
  public boolean matches(String password, @org.jspecify.annotations.Nullable String hash) {
    boolean same = encoder.matches(password, hash == null ? nobody : hash);
    return same && hash != null;
  }
}
