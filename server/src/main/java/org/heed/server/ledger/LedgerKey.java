package org.heed.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.heed.kernel.AllowedCall;
import org.heed.ledger.NoteException;
import org.heed.ledger.SigningKey;

/**
 * The key that signs the ledger. It lies in the data folder, never in the database, and its public
 * half beside it for whoever wants to check.
 */
public final class LedgerKey {
  private static final String ORIGIN = "heed.local/ledger";

  private LedgerKey() {}

  /** The key of the data folder, made on first use. */
  @AllowedCall("a signing key must be unpredictable")
  public static SigningKey in(Path data) {
    Path secret = data.resolve("secrets").resolve("ledger.key");
    try {
      if (!Files.exists(secret)) {
        Files.createDirectories(
            data.resolve("secrets"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        SigningKey made = SigningKey.create(ORIGIN, new SecureRandom());
        made.save(secret);
      }
      SigningKey key = SigningKey.load(secret);
      publish(key, publicFile(data));
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the ledger's signing key " + secret, e);
    } catch (NoteException e) {
      throw new IllegalStateException("the ledger's signing key " + secret + " is damaged", e);
    }
  }

  /** Writes the public half where it is not, which a kill between the two files could leave. */
  private static void publish(SigningKey key, Path file) throws IOException {
    String text = key.verifyKey().text() + "\n";
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      WholeFile.write(file, text);
    }
  }

  /** Where the public key lies. */
  public static Path publicFile(Path data) {
    return data.resolve("ledger.pub");
  }
}
