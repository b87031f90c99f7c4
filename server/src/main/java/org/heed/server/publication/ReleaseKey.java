package org.heed.server.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.SortedMap;
import org.heed.figures.release.ReleaseFiles;
import org.heed.kernel.AllowedCall;
import org.heed.ledger.Digest;
import org.heed.ledger.NoteException;
import org.heed.ledger.SigningKey;

/**
 * The key that signs releases, another than the ledger's, so that neither's signature can pass for
 * the other's. What is signed is how many files there are and the hash of the list of their hashes.
 */
public final class ReleaseKey {
  /** The file with the signature. */
  public static final String NOTE = "MANIFEST.note";

  /** The file with the public key, beside the release. */
  public static final String PUBLIC = "releases.pub";

  private static final String ORIGIN = "heed.local/releases";

  private ReleaseKey() {}

  /** Adds the signature and the public key to a release's files. */
  public static void sign(SortedMap<String, byte[]> files, Path data) {
    SigningKey key = in(data);
    byte[] manifest = Objects.requireNonNull(files.get(ReleaseFiles.MANIFEST));
    String note = key.sign(files.size() - 1, Digest.sha256(manifest));
    files.put(NOTE, note.getBytes(StandardCharsets.UTF_8));
    files.put(PUBLIC, (key.verifyKey().text() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @AllowedCall("a signing key must be unpredictable")
  private static SigningKey in(Path data) {
    Path secrets = data.resolve("secrets");
    Path file = secrets.resolve("releases.key");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(
            secrets,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        SigningKey.create(ORIGIN, new SecureRandom()).save(file);
      }
      return SigningKey.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the releases' signing key " + file, e);
    } catch (NoteException e) {
      throw new IllegalStateException("the releases' signing key " + file + " is damaged", e);
    }
  }
}
