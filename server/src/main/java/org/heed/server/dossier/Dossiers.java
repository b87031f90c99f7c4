package org.heed.server.dossier;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.crime.CrimeStanding;
import org.heed.server.crime.Crimes;
import org.heed.server.person.Ties;
import org.heed.server.recognition.Readings;
import org.heed.server.report.Operations;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.review.DecidedFlag;
import org.heed.server.review.Flags;
import org.heed.server.review.Triage;
import org.heed.server.review.Triages;
import org.heed.server.safeguarding.CaseLists;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Opens reports: each opening is an entry of the ledger. */
@Service
public class Dossiers {
  private final Acts acts;
  private final KnownPositions positions;
  private final ReportFiles reports;
  private final Readings readings;
  private final Flags flags;
  private final Triages triages;
  private final Crimes crimes;
  private final Operations operations;
  private final CaseLists cases;
  private final Ties ties;
  private final JdbcClient sql;

  Dossiers(
      Acts acts,
      KnownPositions positions,
      ReportFiles reports,
      Readings readings,
      Flags flags,
      Triages triages,
      Crimes crimes,
      Operations operations,
      CaseLists cases,
      Ties ties,
      Databases databases) {
    this.ties = ties;
    this.acts = acts;
    this.positions = positions;
    this.reports = reports;
    this.readings = readings;
    this.flags = flags;
    this.triages = triages;
    this.crimes = crimes;
    this.operations = operations;
    this.cases = cases;
    this.sql = JdbcClient.create(databases.app());
  }

  /**
   * Opens a report.
   *
   * @param moment as known then; null: now
   * @param purpose why, a word of a fixed list
   */
  public Dossier open(Caller caller, UUID report, @Nullable Instant moment, String purpose) {
    return acts.look(
        caller,
        "report.opened",
        purpose,
        () -> {
          Dossier dossier = dossier(report, positions.at(moment));
          Set<UUID> shown = new LinkedHashSet<>(List.of(report));
          dossier
              .ties()
              .forEach(tie -> shown.addAll(List.of(tie.from().report(), tie.to().report())));
          return new Acts.Seen<>(dossier, shown);
        });
  }

  private Dossier dossier(UUID id, KnownAt known) {
    ReportFile report = reports.find(id, known).orElseThrow(() -> missing(id, known));
    List<DecidedFlag> decided = flags.list(id, known);
    List<CrimeStanding> recorded = crimes.list(id, known);
    Optional<Triage> triage = triages.find(id, known);
    return new Dossier(
        report,
        operations.find(id, known),
        readings.find(id, report.version(), known),
        triage,
        triage.flatMap(open -> readings.ofReread(id, open.reread())),
        decided,
        recorded,
        ties.of(List.of(id), known),
        recorded.isEmpty() ? Set.of() : crimes.counted(id),
        names(decided.stream().flatMap(flag -> flag.decidedBy().stream()).distinct().toList()),
        cases.of(id),
        known);
  }

  private Refused missing(UUID id, KnownAt known) {
    if (isRestricted(id)) {
      return new Refused(
          Refused.Code.RESTRICTED, "This record is restricted: say why you open it.");
    }
    return sql.sql("select decided_at from access.destroyed_report(:id)")
        .param("id", id)
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .optional()
        .map(at ->
            new Refused(
                Refused.Code.DESTROYED,
                "What this report held was destroyed on " + Words.date(at) + "."))
        .orElseGet(() ->
            new Refused(
                Refused.Code.NOT_FOUND,
                known.moment() == null
                    ? "There is no such report open to you."
                    : "This report was not known then, or is not open to you."));
  }

  private boolean isRestricted(UUID id) {
    return sql.sql("select exists (select 1 from access.restricted_report(:id))")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private Map<UUID, String> names(List<UUID> accounts) {
    Map<UUID, String> names = new HashMap<>();
    sql.sql("select id, display_name from access.names(cast(:accounts as uuid[]))")
        .param("accounts", accounts.toArray(UUID[]::new))
        .query(row -> {
          names.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return names;
  }
}
