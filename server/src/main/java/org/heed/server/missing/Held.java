package org.heed.server.missing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.server.person.KnownPerson;
import org.jspecify.annotations.Nullable;

/**
 * What is held of somebody who is missing, for whoever grades the risk.
 *
 * @param person with the reports that mean them
 * @param findings of those reports, the newest first, grouped by indicator
 * @param episodes before this one, the newest first
 * @param lived what happened in cases about them that are open to the asker, and what they said,
 *     the newest first
 * @param elsewhere how many more reports mean them than the asker may see
 * @param closed whether more is held that is closed to the asker
 */
public record Held(
    KnownPerson person,
    List<Finding> findings,
    List<Episode> episodes,
    List<Lived> lived,
    long elsewhere,
    boolean closed) {
  public Held {
    lived = List.copyOf(lived);
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

  /**
   * Something that happened in a case about them, or that they said.
   *
   * @param what its kind; null where it is the child's own words
   */
  public record Lived(
      Instant at, @Nullable String what, String says, UUID caseFile, String number) {
    /** What only; the rest is personal. */
    @Override
    public String toString() {
      return "Lived[" + what + "]";
    }
  }

  /** As it is kept with the grade: identifiers and numbers, no words. */
  String kept() {
    StringBuilder kept = new StringBuilder("reports");
    person.events().forEach(event -> kept.append(' ').append(event.report()));
    kept.append("; episodes");
    episodes.forEach(episode -> kept.append(' ').append(episode.id()));
    kept.append("; cases");
    lived.stream().map(Lived::caseFile).distinct().forEach(id -> kept.append(' ').append(id));
    kept.append(" with ").append(lived.size());
    return kept.append("; elsewhere ")
        .append(elsewhere)
        .append(closed ? "; more is closed" : "")
        .toString();
  }

  /** The person's identifier only. */
  @Override
  public String toString() {
    return "Held[" + person.id() + "]";
  }
}
