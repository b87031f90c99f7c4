package org.heed.server.disclosure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something of a case that was made or decided and may not be used as evidence.
 *
 * @param key what it is, by identifiers: the same whenever it is listed
 * @param location where it stands
 * @param originator who or what made it
 * @param about the record it is of, which a look at it names
 */
public record ScheduleItem(
    String key,
    String kind,
    String description,
    String location,
    @Nullable Instant at,
    String originator,
    UUID about) {
  /** What it is; the rest is personal. */
  @Override
  public String toString() {
    return "ScheduleItem[" + kind + "]";
  }
}
