package org.heed.server.rereading;

import java.util.UUID;
import org.heed.server.archive.Asked;

/** A report of the archive about which something else would be asked; not yet looked up. */
record Candidate(UUID report, int version, Place place, Asked before, Asked after) {}
