package org.heed.server.missing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.server.person.KnownPerson;

/**
 * What is held of somebody who is missing, for whoever grades the risk.
 *
 * @param person with the reports that mean them
 * @param findings of those reports, the newest first, grouped by indicator
 * @param episodes before this one, the newest first
 * @param elsewhere how many more reports mean them than the asker may see
 */
public record Held(
    KnownPerson person, List<Finding> findings, List<Episode> episodes, long elsewhere) {
  public Held {
    findings = List.copyOf(findings);
    episodes = List.copyOf(episodes);
  }

  /**
   * An indicator found in reports of them, neither denied nor supposed.
   *
   * @param family harm, exploiter-or-place or vulnerability
   * @param reports how many reports it was found in
   * @param newest when the newest of them happened or was recorded
   */
  public record Finding(
      String concept, String family, long reports, Instant newest, UUID newestReport) {}

  /** As it is kept with the grade: identifiers and numbers, no words. */
  String kept() {
    StringBuilder kept = new StringBuilder("reports");
    person.events().forEach(event -> kept.append(' ').append(event.report()));
    kept.append("; episodes");
    episodes.forEach(episode -> kept.append(' ').append(episode.id()));
    return kept.append("; elsewhere ").append(elsewhere).toString();
  }

  /** The person's identifier only. */
  @Override
  public String toString() {
    return "Held[" + person.id() + "]";
  }
}
