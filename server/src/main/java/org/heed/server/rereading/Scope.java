package org.heed.server.rereading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.archive.Asked;
import org.heed.server.archive.Block;
import org.heed.server.archive.Kept;
import org.heed.server.archive.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Which narratives of the archive are read, and what was asked about those for which the archive
 * does not say it.
 *
 * @param from the first day of recording; null: from the beginning
 * @param to the last day of recording; null: up to now
 * @param areas those the asker works in; null: all
 * @param closed reports closed to the asker
 * @param askedSince reports asked about by a re-read under the rulebook that is in force now
 */
record Scope(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable List<String> areas,
    Set<UUID> closed,
    Map<UUID, Since> askedSince) {

  /** What a version of a report was asked since it was recorded. */
  record Since(int version, Asked asked) {}

  Scope {
    areas = areas == null ? null : List.copyOf(areas);
    closed = Set.copyOf(closed);
    askedSince = Map.copyOf(askedSince);
  }

  boolean covers(Snapshot archive, Block block, int i) {
    int day = block.recordedDay(i);
    return (from == null || day >= from.toEpochDay())
        && (to == null || (day != Kept.NO_DAY && day <= to.toEpochDay()))
        && (areas == null || areas.contains(block.home(i)))
        && !archive.isSuperseded(block, i)
        && (closed.isEmpty() || !closed.contains(block.report(i)));
  }

  Asked before(Block block, int i) {
    if (!askedSince.isEmpty()) {
      Since since = askedSince.get(block.report(i));
      if (since != null && since.version() == block.version(i)) {
        return since.asked();
      }
    }
    return block.ask(i);
  }

  /** Changes with whatever makes a scan that was interrupted worthless. */
  int fingerprint() {
    return java.util.Objects.hash(from, to, areas, closed, askedSince);
  }
}
