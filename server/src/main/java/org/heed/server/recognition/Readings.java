package org.heed.server.recognition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heed.rulebook.Concept;
import org.heed.server.recognition.StoredReading.StoredAdvice;
import org.heed.server.recognition.StoredReading.StoredFinding;
import org.heed.server.recognition.StoredReading.StoredPrompt;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds what was read. Only inside {@link org.heed.server.store.Acts}. */
@Service
public class Readings {
  private final JdbcClient sql;
  private final RulebookInForce rulebook;

  public Readings(Databases databases, RulebookInForce rulebook) {
    this.sql = JdbcClient.create(databases.app());
    this.rulebook = rulebook;
  }

  /** The reading of one version of a report as it was recorded, if it was known. */
  public Optional<StoredReading> find(UUID report, int version, KnownAt known) {
    return sql.sql(
            """
            select f.entry, f.ask, f.rulebook from record.reading f
            where f.report = :report and f.version = :version and f.reread is null and
            """
                + KnownAt.FILTER
                + " order by f.entry desc limit 1")
        .param("report", report)
        .param("version", version)
        .param("known", known.position())
        .query((row, _) -> reading(row, report))
        .optional();
  }

  /** What a re-read found in a report. */
  public Optional<StoredReading> ofReread(UUID report, UUID reread) {
    return sql.sql(
            """
            select entry, ask, rulebook from record.reading
            where report = :report and reread = :reread
            """)
        .param("report", report)
        .param("reread", reread)
        .query((row, _) -> reading(row, report))
        .optional();
  }

  private StoredReading reading(ResultSet row, UUID report) throws SQLException {
    UUID entry = row.getObject(1, UUID.class);
    return new StoredReading(
        row.getString(2),
        row.getString(3),
        findings(report, entry),
        prompts(report, entry),
        advice(report, entry));
  }

  private List<StoredFinding> findings(UUID report, UUID entry) {
    return sql.sql(
            """
            select number, concept, family, start_at, end_at, context, subject, cues
            from record.finding
            where entry = :entry and report = :report order by number
            """)
        .param("report", report)
        .param("entry", entry)
        .query((row, _) ->
            new StoredFinding(
                row.getInt(1),
                row.getString(2),
                title(row.getString(2)),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                FindingContext.of(row.getInt(6)),
                row.getString(7),
                StoredCue.read(row.getString(8))))
        .list();
  }

  private List<StoredPrompt> prompts(UUID report, UUID entry) {
    return sql.sql(
            """
            select rule, ask, says from record.prompt
            where entry = :entry and report = :report order by ordinal
            """)
        .param("report", report)
        .param("entry", entry)
        .query((row, _) -> new StoredPrompt(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  private List<StoredAdvice> advice(UUID report, UUID entry) {
    return sql.sql(
            """
            select start_at, end_at, suggest, source from record.advice
            where entry = :entry and report = :report order by start_at
            """)
        .param("report", report)
        .param("entry", entry)
        .query((row, _) ->
            new StoredAdvice(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4)))
        .list();
  }

  /** What people call a concept; a concept that left the rulebook is called by its id. */
  private String title(String concept) {
    return rulebook.rulebook().findConcept(concept).map(Concept::title).orElse(concept);
  }
}
