package org.heed.server.publication;

import java.time.LocalDate;
import org.heed.server.publication.Part.Slot;
import org.jspecify.annotations.Nullable;

/** Counts of one slot: of a period, of an area, or of both together where both are null. */
record Group(Slot slot, @Nullable LocalDate period, @Nullable String area, Tally tally) {}
