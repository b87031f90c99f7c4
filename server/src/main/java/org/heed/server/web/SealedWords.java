package org.heed.server.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.heed.kernel.AllowedCall;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody sent when their session had ended, through signing in again: for the account alone
 * whose page it was typed in. Until then it cannot be read in the page that carries it, since that
 * lies open on a machine where somebody else may sign in next. The key goes when Heed stops.
 */
public final class SealedWords {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SecureRandom random = random();
  private final SecretKeySpec key = new SecretKeySpec(bytes(32), "AES");

  /** Seals what was sent for an account. */
  String seal(SentWords sent, String account) {
    byte[] nonce = bytes(NONCE);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, account);
      byte[] content = cipher.doFinal(JSON.writeValueAsBytes(sent.fields()));
      byte[] sealed = Arrays.copyOf(nonce, NONCE + content.length);
      System.arraycopy(content, 0, sealed, NONCE, content.length);
      return Base64.getEncoder().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
  }

  /** What was sealed for that account; nothing where it was for another, or not here. */
  public SentWords open(String sealed, String account) {
    try {
      byte[] all = Base64.getDecoder().decode(sealed);
      if (all.length <= NONCE) {
        return SentWords.NONE;
      }
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), account);
      byte[] content = cipher.doFinal(all, NONCE, all.length - NONCE);
      return new SentWords(
          JSON.readValue(content, new TypeReference<Map<String, List<String>>>() {}));
    } catch (IllegalArgumentException | AEADBadTagException e) {
      return SentWords.NONE;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String account) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @AllowedCall("a key and nonces must be unpredictable")
  private static SecureRandom random() {
    return new SecureRandom();
  }
}
