package org.heed.server.destruction;

import java.time.Instant;
import java.util.UUID;

/** A report that a case was about, and when it was destroyed. */
public record OfCase(UUID report, Instant at) {}
