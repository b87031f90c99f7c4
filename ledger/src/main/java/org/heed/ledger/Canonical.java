package org.heed.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

  private Canonical() {}

  /** The canonical bytes of a fact. */
  public static byte[] bytes(Fact fact) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    out.writeBytes(DOMAIN);
    writeSized(out, fact.table().name().getBytes(StandardCharsets.US_ASCII));
    List<@Nullable Object> values = fact.values();
    int count = values.size();
    while (count > 0 && values.get(count - 1) == null) {
      count--;
    }
    writeInt(out, count);
    for (int i = 0; i < count; i++) {
      writeValue(out, fact.table().columns().get(i).type(), values.get(i));
    }
    return out.toByteArray();
  }

  private static void writeValue(ByteArrayOutputStream out, FactType type, @Nullable Object value) {
    if (value == null) {
      out.write(NULL_TAG);
      return;
    }
    out.write(type.tag());
    switch (type) {
      case UUID -> {
        writeLong(out, ((UUID) value).getMostSignificantBits());
        writeLong(out, ((UUID) value).getLeastSignificantBits());
      }
      case TEXT -> writeSized(out, ((String) value).getBytes(StandardCharsets.UTF_8));
      case INT -> writeInt(out, (Integer) value);
      case LONG -> writeLong(out, (Long) value);
      case BOOL -> out.write((Boolean) value ? 1 : 0);
      case TIMESTAMP -> writeLong(out, ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
      case DATE -> writeLong(out, ((LocalDate) value).toEpochDay());
      case BYTES -> writeSized(out, (byte[]) value);
      case DOUBLE -> writeLong(out, Double.doubleToLongBits((Double) value));
    }
  }

  private static void writeSized(ByteArrayOutputStream out, byte[] bytes) {
    writeInt(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void writeInt(ByteArrayOutputStream out, int value) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  private static void writeLong(ByteArrayOutputStream out, long value) {
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }
}
