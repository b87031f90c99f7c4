package org.heed.server.crime;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** A crime's number for people: the year and the end of its identifier. */
final class CrimeNumber {
  private CrimeNumber() {}

  static String of(UUID crime, Instant at) {
    long tail = crime.getLeastSignificantBits() & 0xFFFF_FFFF_FFFFL;
    return String.format(Locale.ROOT, "%d/%012X", at.atOffset(ZoneOffset.UTC).getYear(), tail);
  }
}
