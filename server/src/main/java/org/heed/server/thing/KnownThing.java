package org.heed.server.thing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.linkage.thing.ThingKind;
import org.jspecify.annotations.Nullable;

/**
 * A place, vehicle, phone or account with the reports that are said to mean it, newest first.
 *
 * @param decided what was decided about it, the newest first
 */
public record KnownThing(
    UUID id, ThingKind kind, String label, List<ThingSaid> events, List<Decided> decided) {
  public KnownThing {
    events = List.copyOf(events);
    decided = List.copyOf(decided);
  }

  /** A decision that a mention is of it, or is not. */
  public record Decided(
      Instant at,
      String by,
      boolean same,
      String reason,
      @Nullable String because,
      UUID report,
      String reference) {
    @Override
    public String toString() {
      return "Decided[" + at + "]";
    }
  }

  /** The identifier only; the rest can be personal. */
  @Override
  public String toString() {
    return "KnownThing[" + id + "]";
  }
}
