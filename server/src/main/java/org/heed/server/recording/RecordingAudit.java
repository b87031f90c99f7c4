package org.heed.server.recording;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.figures.sampling.Draw;
import org.jspecify.annotations.Nullable;

/**
 * An audit as it was drawn.
 *
 * @param rulebook whose counting rules are held to
 * @param strata those with none drawn were left out of it
 */
public record RecordingAudit(
    UUID id,
    String title,
    String rulebook,
    AuditFrame frame,
    String frameHash,
    String seed,
    Instant at,
    List<Stratum> strata,
    List<Drawn> reports,
    List<Auditor> auditors) {
  public RecordingAudit {
    strata = List.copyOf(strata);
    reports = List.copyOf(reports);
    auditors = List.copyOf(auditors);
  }

  /**
   * A stratum.
   *
   * @param crimes on record from its reports, as known when the sample was drawn
   */
  public record Stratum(String name, int population, int drawn, int crimes) {}

  /** A report that was drawn, in the order drawn. */
  public record Drawn(UUID report, String stratum, int place) {}

  /** Who audits, until when. */
  public record Auditor(UUID account, String name, Instant until) {}

  /** How many reports the routes drawn from have. */
  public int population() {
    return strata.stream().filter(one -> one.drawn() > 0).mapToInt(Stratum::population).sum();
  }

  /** The draw's record. */
  public Draw draw() {
    TreeMap<String, Integer> sizes = new TreeMap<>();
    strata.forEach(one -> sizes.put(one.name(), one.drawn()));
    return new Draw(frameHash, seed, sizes);
  }

  /** A report drawn, with its place. */
  public Optional<Drawn> find(UUID report) {
    return reports.stream().filter(one -> one.report().equals(report)).findFirst();
  }

  /** Whether an account audits at a moment. */
  public boolean isAuditor(@Nullable UUID account, Instant now) {
    return auditors.stream()
        .anyMatch(one -> one.account().equals(account) && one.until().isAfter(now));
  }

  /** The numbers alone. */
  @Override
  public String toString() {
    return "RecordingAudit[" + id + ", " + reports.size() + " of " + population() + "]";
  }
}
