package org.heed.server.archive;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The newest version of every report that has more than one: those before it count no longer. */
final class Superseded {
  static final int BYTES = 2 * Long.BYTES + Integer.BYTES;

  private final Map<UUID, Integer> newest = new HashMap<>();

  /** From the records of the archive's list; the last about a report counts. */
  static Superseded of(byte[] list) {
    Superseded superseded = new Superseded();
    ByteBuffer in = ByteBuffer.wrap(list);
    while (in.remaining() >= BYTES) {
      superseded.newest.merge(
          new UUID(in.getLong(), in.getLong()), in.getInt(), (a, b) -> Math.max(a, b));
    }
    return superseded;
  }

  static byte[] record(UUID report, int version) {
    return ByteBuffer.allocate(BYTES)
        .putLong(report.getMostSignificantBits())
        .putLong(report.getLeastSignificantBits())
        .putInt(version)
        .array();
  }

  /** Whether a later version of the report is known. */
  boolean is(UUID report, int version) {
    return !newest.isEmpty() && newest.getOrDefault(report, version) > version;
  }
}
