package org.heed.server.crime;

import java.time.Instant;
import java.util.UUID;

/** A crime as it stood: its newest act, and whether it counts. */
public record CrimeStanding(
    UUID id,
    String number,
    CrimeAct act,
    String offence,
    boolean counted,
    String reason,
    Instant effectiveAt) {}
