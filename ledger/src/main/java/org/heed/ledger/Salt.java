package org.heed.ledger;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Secret bytes that keep a commitment from being guessed: 16 to 32 random ones for an entry, 32
 * derived from them for each of its rows. Destroying a row's content means destroying the entry's
 * salt too and keeping those of the rows that stay.
 */
public final class Salt {

  private static final int SHORTEST = 16;
  private static final int LONGEST = 32;

  private final byte[] bytes;

  private Salt(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A salt of 16 to 32 bytes, copied. */
  public static Salt of(byte[] bytes) {
    if (bytes.length < SHORTEST || bytes.length > LONGEST) {
      throw new IllegalArgumentException("a salt has 16 to 32 bytes, not " + bytes.length);
    }
    return new Salt(bytes.clone());
  }

  /** A fresh salt of 16 bytes for one entry. */
  public static Salt fresh(SecureRandom random) {
    byte[] bytes = new byte[SHORTEST];
    random.nextBytes(bytes);
    return new Salt(bytes);
  }

  /** The salt of one row: HMAC-SHA256 under this of the ordinal as four big-endian bytes. */
  public Salt ofRow(int ordinal) {
    return ofRow(Hashes.hmac(bytes), ordinal);
  }

  /** The salts of the first rows. */
  List<Salt> ofRows(int rows) {
    Mac mac = Hashes.hmac(bytes);
    return IntStream.range(0, rows).mapToObj(ordinal -> ofRow(mac, ordinal)).toList();
  }

  private static Salt ofRow(Mac mac, int ordinal) {
    return new Salt(mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(ordinal).array()));
  }

  /** A copy of the bytes, for storage. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Salt that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Never the bytes. */
  @Override
  public String toString() {
    return "Salt[" + bytes.length + " bytes]";
  }
}
