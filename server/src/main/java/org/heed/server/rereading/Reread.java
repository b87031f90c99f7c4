package org.heed.server.rereading;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a re-read came to.
 *
 * @param known the last position of the ledger whose narratives were read
 * @param withheld reports closed to the asker, which were not read
 * @param triaged reports put before somebody
 */
public record Reread(
    UUID id,
    String rulebook,
    String inForce,
    long known,
    long withheld,
    long triaged,
    Map<Place, Tally> tallies) {
  public Reread {
    tallies = java.util.Collections.unmodifiableMap(new TreeMap<>(tallies));
  }

  /** All areas and years together. */
  public Tally total() {
    return tallies.values().stream().reduce(Tally.NONE, Tally::plus);
  }
}
