package org.heed.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The key that signs checkpoints. It is kept in a file of its own that only Heed's user can read,
 * never in the database: whoever can rewrite the record must not be able to sign it. The file holds
 * {@code PRIVATE+KEY+name+hash+base64}, as other tools for signed notes write it.
 */
public final class SigningKey {

  private static final String PREFIX = "PRIVATE+KEY+";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OF_OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private final byte[] seed;
  private final KeyPair pair;
  private final VerifyKey verifyKey;

  private SigningKey(String name, byte[] seed) {
    Checkpoint.checkName(name);
    this.seed = seed.clone();
    this.pair = Ed25519.fromSeed(seed);
    this.verifyKey = new VerifyKey(name, Ed25519.raw(pair.getPublic()), pair.getPublic());
  }

  /**
   * A new key.
   *
   * @param name of the log, such as {@code norchester.example/heed}
   */
  public static SigningKey create(String name, SecureRandom random) {
    byte[] seed = new byte[Ed25519.KEY_LENGTH];
    random.nextBytes(seed);
    return new SigningKey(name, seed);
  }

  /**
   * Reads a key from its file.
   *
   * @throws NoteException if it holds no key, or others may read it
   */
  public static SigningKey load(Path file) throws IOException, NoteException {
    Set<PosixFilePermission> open = EnumSet.copyOf(OF_OTHERS);
    open.retainAll(Files.getPosixFilePermissions(file));
    if (!open.isEmpty()) {
      throw new NoteException("others may read the signing key " + file + "; chmod 600 it");
    }
    String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
    String[] parts =
        text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
    if (parts.length != 3) {
      throw new NoteException("there is no signing key in " + file);
    }
    try {
      byte[] body = Base64.getDecoder().decode(parts[2]);
      if (body.length == 1 + Ed25519.KEY_LENGTH && body[0] == VerifyKey.ED25519) {
        SigningKey key = new SigningKey(parts[0], Arrays.copyOfRange(body, 1, body.length));
        if (HexFormat.of().formatHex(key.verifyKey.id()).equals(parts[1])) {
          return key;
        }
      }
    } catch (IllegalArgumentException e) {
      // Falls through: its message could quote the key.
    }
    throw new NoteException("the signing key in " + file + " is damaged");
  }

  /**
   * Writes the key to a new file that only its owner can read.
   *
   * @throws FileAlreadyExistsException rather than write over a key
   */
  public void save(Path file) throws IOException {
    byte[] body = ByteBuffer.allocate(1 + seed.length).put(VerifyKey.ED25519).put(seed).array();
    String text =
        PREFIX
            + verifyKey.name()
            + "+"
            + HexFormat.of().formatHex(verifyKey.id())
            + "+"
            + Base64.getEncoder().encodeToString(body)
            + "\n";
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    // A key half written would be a key lost, so it gets its name only when it is whole.
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(aside);
    Files.createFile(aside, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(
        aside, text, StandardCharsets.US_ASCII, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The public half. */
  public VerifyKey verifyKey() {
    return verifyKey;
  }

  /** The signed note of the tree of this size and root, under this key's name. */
  public String sign(long size, Digest root) {
    return note(new Checkpoint(verifyKey.name(), size, root).text());
  }

  /**
   * The signed note of another text than a checkpoint, which its first line must tell from one.
   *
   * @throws IllegalArgumentException if the text begins as a checkpoint of this log does
   */
  public String signText(String text) {
    if (!text.endsWith("\n") || text.startsWith(verifyKey.name() + "\n")) {
      throw new IllegalArgumentException("a text of lines that does not begin as a checkpoint");
    }
    return note(text);
  }

  private String note(String text) {
    byte[] signature = signature(text);
    byte[] body =
        ByteBuffer.allocate(verifyKey.id().length + signature.length)
            .put(verifyKey.id())
            .put(signature)
            .array();
    return text
        + "\n\u2014 "
        + verifyKey.name()
        + " "
        + Base64.getEncoder().encodeToString(body)
        + "\n";
  }

  private byte[] signature(String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was accepted cannot sign", e);
    }
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "SigningKey[" + verifyKey.name() + "]";
  }
}
