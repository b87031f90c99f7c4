package org.heed.server.publication.counted;

import java.util.UUID;
import org.heed.rulebook.Counting;
import org.jspecify.annotations.Nullable;

/**
 * A rulebook by which the record is counted as if it had been in force all along.
 *
 * @param rulebook its full name
 * @param counting its counting rules; null: crimes stay as they were recorded
 * @param asks what it asks about reports that it has not read; null: nothing is supposed
 */
public record Supposed(String rulebook, @Nullable Counting counting, @Nullable Asks asks) {

  /** What a rulebook would ask about what it has not read. */
  @FunctionalInterface
  public interface Asks {
    /** Whether it asks about a version of a report; null where nobody has looked. */
    @Nullable Boolean of(UUID report, int version);
  }
}
