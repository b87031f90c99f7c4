package org.heed.server.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.crime.CrimeStanding;
import org.heed.server.person.Tie;
import org.heed.server.recognition.StoredReading;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportKind;
import org.heed.server.review.DecidedFlag;
import org.heed.server.review.Triage;
import org.heed.server.safeguarding.CaseLists;
import org.heed.server.store.KnownAt;

/**
 * A report with all that was made of it, as it was known.
 *
 * @param operation that it belongs to
 * @param triage that a re-read newly prompted it, while nobody has decided since
 * @param reread what that re-read found
 * @param ties what sources say of two people, one of whom it names
 * @param counted mentions whose person a crime of the report counts already
 * @param names who is behind the identifiers of deciders
 * @param cases about it, as things are now
 */
public record Dossier(
    ReportFile report,
    Optional<String> operation,
    Optional<StoredReading> reading,
    Optional<Triage> triage,
    Optional<StoredReading> reread,
    List<DecidedFlag> flags,
    List<CrimeStanding> crimes,
    List<Tie> ties,
    Set<UUID> counted,
    Map<UUID, String> names,
    List<CaseLists.OfReport> cases,
    KnownAt known) {

  public Dossier {
    flags = List.copyOf(flags);
    crimes = List.copyOf(crimes);
    ties = List.copyOf(ties);
    counted = Set.copyOf(counted);
    names = Map.copyOf(names);
    cases = List.copyOf(cases);
  }

  /**
   * Whether a case may be opened from it: it was sent to ask for help, or somebody decided on it. A
   * no never ends safeguarding, and a child does not wait until more is known.
   */
  public boolean mayLeadToACase() {
    return report.kind() == ReportKind.REFERRAL || !flags.isEmpty();
  }
}
