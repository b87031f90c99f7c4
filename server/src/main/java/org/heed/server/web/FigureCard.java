package org.heed.server.web;

import java.util.List;

/**
 * A headline figure with everything that qualifies it.
 *
 * @param value the figure as shown: "1,200", "1.30 times as many", or "Cannot tell"
 * @param unit what it counts and over which period and area
 * @param interval its uncertainty in words, or empty
 * @param missing what the record lacks that it needs, in sentences; shown before all else
 * @param facts what qualifies it: tipping point, revisions, horizon
 * @param knownAt the moment whose knowledge it rests on, in words
 * @param how the address that shows how it was made
 */
public record FigureCard(
    String id,
    String title,
    String value,
    String unit,
    String interval,
    List<String> missing,
    List<Fact> facts,
    String knownAt,
    String how) {

  /** Copies. */
  public FigureCard {
    missing = List.copyOf(missing);
    facts = List.copyOf(facts);
  }
}
