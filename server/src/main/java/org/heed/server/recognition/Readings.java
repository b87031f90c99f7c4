package org.heed.server.recognition;

import java.util.Optional;
import java.util.UUID;
import org.heed.rulebook.Concept;
import org.heed.server.recognition.StoredReading.StoredAdvice;
import org.heed.server.recognition.StoredReading.StoredFinding;
import org.heed.server.recognition.StoredReading.StoredPrompt;
import org.heed.server.store.Databases;
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

  /** The reading of one version of a report. */
  public Optional<StoredReading> find(UUID report, int version) {
    return sql.sql(
            "select ask, rulebook from record.reading where report = :report and version = :version")
        .param("report", report)
        .param("version", version)
        .query((row, _) ->
            new StoredReading(
                row.getString(1),
                row.getString(2),
                findings(report, version),
                prompts(report, version),
                advice(report, version)))
        .optional();
  }

  private java.util.List<StoredFinding> findings(UUID report, int version) {
    return sql.sql(
            """
            select number, concept, family, start_at, end_at, context, subject from record.finding
            where report = :report and version = :version order by number
            """)
        .param("report", report)
        .param("version", version)
        .query((row, _) ->
            new StoredFinding(
                row.getInt(1),
                row.getString(2),
                title(row.getString(2)),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                FindingContext.of(row.getInt(6)),
                row.getString(7)))
        .list();
  }

  private java.util.List<StoredPrompt> prompts(UUID report, int version) {
    return sql.sql(
            """
            select rule, ask, says from record.prompt
            where report = :report and version = :version order by entry, ordinal
            """)
        .param("report", report)
        .param("version", version)
        .query((row, _) -> new StoredPrompt(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  private java.util.List<StoredAdvice> advice(UUID report, int version) {
    return sql.sql(
            """
            select start_at, end_at, suggest, source from record.advice
            where report = :report and version = :version order by start_at
            """)
        .param("report", report)
        .param("version", version)
        .query((row, _) ->
            new StoredAdvice(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4)))
        .list();
  }

  /** What people call a concept; a concept that left the rulebook is called by its id. */
  private String title(String concept) {
    return rulebook.rulebook().findConcept(concept).map(Concept::title).orElse(concept);
  }
}
