package org.heed.server.crime;

import java.time.Instant;
import java.util.UUID;

/** A crime in a list, as it stood. */
public record CrimeRow(
    UUID id,
    String number,
    UUID report,
    String area,
    CrimeAct act,
    String offence,
    boolean counted,
    Instant recordedAt) {

  /** Counted, cancelled, or kept apart. */
  public String standing() {
    return switch (act) {
      case CANCELLED -> "Cancelled";
      case MERGED -> "Counted in another";
      case RECORDED, RECLASSIFIED, REINSTATED, SEVERAL -> counted ? "Counted" : "Kept apart";
    };
  }
}
