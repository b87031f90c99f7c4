package org.heed.server.safeguarding;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** A case's number for people: the year and the end of its identifier. */
final class CaseNumber {
  private CaseNumber() {}

  static String of(UUID id, Instant at) {
    long tail = id.getLeastSignificantBits() & 0xFFFF_FFFFL;
    return String.format(Locale.ROOT, "C%d/%08X", at.atOffset(ZoneOffset.UTC).getYear(), tail);
  }
}
