package org.heed.linkage.network;

import java.util.List;

/**
 * A pattern that is rarer than chance makes it.
 *
 * @param entity whose it is
 * @param count what was counted
 * @param degree reports that speak of the entity at all
 * @param asMany of shuffles of an entity in as many reports, those that count as many or more
 * @param shuffled how many of these were looked at
 * @param atMost what the chance of as many is at most, reckoned where shuffles are too few to see
 *     it; 1 where it is not reckoned
 * @param falseShare the share of wrong ones among all told, were this the last that is told
 *     (Benjamini and Hochberg 1995)
 * @param events the reports it rests on, in order of time
 */
public record Found(
    Pattern pattern,
    String entity,
    int count,
    int degree,
    long asMany,
    long shuffled,
    double atMost,
    double falseShare,
    List<String> events) {
  public Found {
    events = List.copyOf(events);
  }

  /** The chance of as many in reports put together by chance. */
  public double chance() {
    return Math.min(atMost, (asMany + 1.0) / (shuffled + 1.0));
  }
}
