package org.heed.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one byte form of a fact, which its commitment hashes: {@code heed fact v1\n}, the table's
 * name, the number of values up to the last that is not null, and each of these as a tag and its
 * bytes. Nulls at the end are not encoded, so that a nullable column added later leaves old
 * commitments valid. Integers are big-endian; lengths are four bytes and count bytes.
 */
public final class Canonical {

  private static final byte[] DOMAIN = "heed fact v1\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte NULL_TAG = 0;
  private static final byte[] NONE = {};

  /** Bytes of a tag and the longest value without a length, or of a tag and a length. */
  private static final int MOST_UNSIZED = 1 + 2 * Long.BYTES;

  private Canonical() {}

  /** The canonical bytes of a fact. */
  public static byte[] bytes(Fact fact) {
    List<@Nullable Object> values = fact.values();
    int count = values.size();
    while (count > 0 && values.get(count - 1) == null) {
      count--;
    }
    byte[] name = fact.table().name().getBytes(StandardCharsets.US_ASCII);
    byte[][] texts = new byte[count][];
    int length = DOMAIN.length + 2 * Integer.BYTES + name.length;
    for (int i = 0; i < count; i++) {
      texts[i] = sized(values.get(i));
      length += MOST_UNSIZED + texts[i].length;
    }
    ByteBuffer out = ByteBuffer.allocate(length);
    out.put(DOMAIN);
    writeSized(out, name);
    out.putInt(count);
    for (int i = 0; i < count; i++) {
      writeValue(out, fact.table().columns().get(i).type(), values.get(i), texts[i]);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  /** The bytes of a value that is written with its length; none of another. */
  private static byte[] sized(@Nullable Object value) {
    return switch (value) {
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      case byte[] bytes -> bytes;
      case null, default -> NONE;
    };
  }

  private static void writeValue(
      ByteBuffer out, FactType type, @Nullable Object value, byte[] sized) {
    if (value == null) {
      out.put(NULL_TAG);
      return;
    }
    out.put(type.tag());
    switch (type) {
      case UUID -> {
        out.putLong(((UUID) value).getMostSignificantBits());
        out.putLong(((UUID) value).getLeastSignificantBits());
      }
      case TEXT, BYTES -> writeSized(out, sized);
      case INT -> out.putInt((Integer) value);
      case LONG -> out.putLong((Long) value);
      case BOOL -> out.put((byte) ((Boolean) value ? 1 : 0));
      case TIMESTAMP -> out.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
      case DATE -> out.putLong(((LocalDate) value).toEpochDay());
      case DOUBLE -> out.putLong(Double.doubleToLongBits((Double) value));
    }
  }

  private static void writeSized(ByteBuffer out, byte[] bytes) {
    out.putInt(bytes.length);
    out.put(bytes);
  }
}
