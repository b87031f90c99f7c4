package org.heed.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The 32 bytes of a SHA-256 hash, as a value: compared by content, printed as lower-case hex. */
public final class Digest implements Comparable<Digest> {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private final long first;
  private final long second;
  private final long third;
  private final long fourth;

  private Digest(ByteBuffer from) {
    first = from.getLong();
    second = from.getLong();
    third = from.getLong();
    fourth = from.getLong();
  }

  /**
   * The digest made of exactly these bytes.
   *
   * @throws IllegalArgumentException unless there are 32
   */
  public static Digest of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a digest has 32 bytes, not " + bytes.length);
    }
    return new Digest(ByteBuffer.wrap(bytes));
  }

  /** The digest at an offset of a longer array, such as a tile. */
  public static Digest of(byte[] bytes, int offset) {
    Objects.checkFromIndexSize(offset, LENGTH, bytes.length);
    return new Digest(ByteBuffer.wrap(bytes, offset, LENGTH));
  }

  /** Reads 64 hexadecimal digits. */
  public static Digest parseHex(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  /** Reads standard base64 with padding, 44 characters. */
  public static Digest parseBase64(String base64) {
    Digest digest = of(Base64.getDecoder().decode(base64));
    if (!digest.base64().equals(base64)) {
      throw new IllegalArgumentException("not the one base64 form of a digest");
    }
    return digest;
  }

  /** SHA-256 of the parts, one after another. */
  public static Digest sha256(byte[]... parts) {
    MessageDigest sha = Hashes.sha256();
    for (byte[] part : parts) {
      sha.update(part);
    }
    return of(sha.digest());
  }

  /** A fresh copy of the 32 bytes. */
  public byte[] bytes() {
    byte[] bytes = new byte[LENGTH];
    writeTo(bytes, 0);
    return bytes;
  }

  /** Copies the 32 bytes into an array. */
  void writeTo(byte[] target, int offset) {
    ByteBuffer.wrap(target, offset, LENGTH)
        .putLong(first)
        .putLong(second)
        .putLong(third)
        .putLong(fourth);
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }

  /** Standard base64 with padding, 44 characters. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes());
  }

  @Override
  public int compareTo(Digest other) {
    return Arrays.compareUnsigned(bytes(), other.bytes());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Digest that
        && first == that.first
        && second == that.second
        && third == that.third
        && fourth == that.fourth;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(first ^ fourth);
  }

  @Override
  public String toString() {
    return hex();
  }
}
