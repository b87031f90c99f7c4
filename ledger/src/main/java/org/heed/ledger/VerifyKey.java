package org.heed.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a log's key, in the form of C2SP signed notes: {@code name+12345678+base64},
 * where the middle is the key's hash and the last part a byte 1 and the 32 bytes of the Ed25519
 * key. Whoever checks a ledger must have it from elsewhere than the ledger.
 */
public final class VerifyKey {

  /** Signature algorithm number of Ed25519 in signed notes. */
  static final byte ED25519 = 1;

  private static final int ID_LENGTH = 4;

  private final String name;
  private final byte[] raw;
  private final PublicKey key;

  VerifyKey(String name, byte[] raw, PublicKey key) {
    this.name = name;
    this.raw = raw.clone();
    this.key = key;
  }

  /** Reads {@code name+hash+key}. */
  public static VerifyKey parse(String text) throws NoteException {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3 || !parts[1].matches("[0-9a-f]{8}")) {
      throw new NoteException("a public key reads name+12345678+base64");
    }
    byte[] body;
    try {
      Checkpoint.checkName(parts[0]);
      body = Base64.getDecoder().decode(parts[2]);
    } catch (IllegalArgumentException e) {
      throw new NoteException("a public key reads name+12345678+base64", e);
    }
    if (body.length != 1 + Ed25519.KEY_LENGTH || body[0] != ED25519) {
      throw new NoteException("the key is not an Ed25519 public key");
    }
    byte[] raw = Arrays.copyOfRange(body, 1, body.length);
    if (!HexFormat.of().formatHex(id(parts[0], raw)).equals(parts[1])) {
      throw new NoteException("the public key's hash does not fit its name and key");
    }
    return new VerifyKey(parts[0], raw, Ed25519.publicKey(raw));
  }

  /** The name of the key, which is the log's origin. */
  public String name() {
    return name;
  }

  /** {@code name+hash+key} on one line, to be published. */
  public String text() {
    byte[] body = ByteBuffer.allocate(1 + raw.length).put(ED25519).put(raw).array();
    return name
        + "+"
        + HexFormat.of().formatHex(id())
        + "+"
        + Base64.getEncoder().encodeToString(body);
  }

  /**
   * The checkpoint of a signed note, if this key signed it and it is of this key's log. Signatures
   * by other keys, such as witnesses', are passed over.
   */
  public Checkpoint open(String note) throws NoteException {
    Checkpoint checkpoint = Checkpoint.parse(openText(note));
    if (!checkpoint.origin().equals(name)) {
      throw new NoteException("the checkpoint is of another log than " + name);
    }
    return checkpoint;
  }

  /** The text of a signed note, if this key signed it. */
  public String openText(String note) throws NoteException {
    int split = note.lastIndexOf("\n\n");
    if (split < 0 || !note.endsWith("\n")) {
      throw new NoteException("a signed note has a text, an empty line and signatures");
    }
    String text = note.substring(0, split + 1);
    for (String line : note.substring(split + 2).split("\n")) {
      byte[] signature = signatureBy(line);
      if (signature.length > 0) {
        if (!verifies(text, signature)) {
          throw new NoteException("the signature by " + name + " does not fit the text");
        }
        return text;
      }
    }
    throw new NoteException("there is no signature by the key " + name);
  }

  /** The 64 bytes of a signature line that names this key, or none. */
  private byte[] signatureBy(String line) throws NoteException {
    String[] parts = line.split(" ", -1);
    if (parts.length != 3 || !parts[0].equals("\u2014")) {
      throw new NoteException("a signature line has a dash, a name and base64");
    }
    byte[] body;
    try {
      body = Base64.getDecoder().decode(parts[2]);
    } catch (IllegalArgumentException e) {
      throw new NoteException("a signature is not base64", e);
    }
    boolean mine =
        parts[1].equals(name)
            && body.length == ID_LENGTH + Ed25519.SIGNATURE_LENGTH
            && Arrays.equals(body, 0, ID_LENGTH, id(), 0, ID_LENGTH);
    return mine ? Arrays.copyOfRange(body, ID_LENGTH, body.length) : new byte[0];
  }

  private boolean verifies(String text, byte[] signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  byte[] id() {
    return id(name, raw);
  }

  private static byte[] id(String name, byte[] raw) {
    byte[] start = (name + "\n").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Digest.sha256(start, new byte[] {ED25519}, raw).bytes(), ID_LENGTH);
  }

  @Override
  public String toString() {
    return text();
  }
}
