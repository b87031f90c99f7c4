package org.heed.server.destruction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.report.ReportKind;
import org.heed.server.store.Coded;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of what is destroyed. Only inside {@link org.heed.server.store.Acts}. */
@Repository
class DestructionStore {
  private static final String STANDING =
      """
      select d.id, d.report, d.reference, d.area, d.basis, d.reason, d.proposed_by, d.proposed_at,
        x.decision, x.reason as said, x.decided_at,
        (select n.display_name from access.names(array[d.proposed_by]) n) as proposer,
        (select n.display_name from access.names(array[x.decided_by]) n) as decider
      from record.destruction d
      left join record.destruction_decision x on x.destruction = d.id
      """;
  private static final int MOST = 100;

  private final JdbcClient sql;

  DestructionStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** Those that nobody decided on, the oldest first. */
  List<Destruction> waiting() {
    return sql.sql(STANDING + "where x.decision is null order by d.proposed_at, d.id")
        .query((row, _) -> destruction(row))
        .list();
  }

  /** Those decided on last. */
  List<Destruction> decided() {
    return sql.sql(
            STANDING
                + "where x.decision is not null order by x.decided_at desc, d.id limit "
                + MOST)
        .query((row, _) -> destruction(row))
        .list();
  }

  Optional<Destruction> find(UUID id) {
    return sql.sql(STANDING + "where d.id = :id")
        .param("id", id)
        .query((row, _) -> destruction(row))
        .optional();
  }

  /** What waits to be decided about a report. */
  Optional<Destruction> waitingFor(UUID report) {
    return sql.sql(
            STANDING
                + "where d.report = :report and x.decision is null order by d.proposed_at limit 1")
        .param("report", report)
        .query((row, _) -> destruction(row))
        .optional();
  }

  private static Destruction destruction(ResultSet row) throws SQLException {
    String verdict = row.getString("decision");
    Timestamp decided = row.getTimestamp("decided_at");
    return new Destruction(
        row.getObject("id", UUID.class),
        row.getObject("report", UUID.class),
        row.getString("reference"),
        row.getString("area"),
        Basis.parse(row.getString("basis")),
        row.getString("reason"),
        row.getObject("proposed_by", UUID.class),
        Objects.requireNonNullElse(row.getString("proposer"), "Somebody"),
        row.getTimestamp("proposed_at").toInstant(),
        verdict == null
            ? null
            : new Destruction.Decision(
                Coded.parse(Destruction.Verdict.values(), verdict, "decision"),
                row.getString("said"),
                Objects.requireNonNullElse(row.getString("decider"), "Somebody"),
                decided.toInstant()));
  }

  /** What names a report, for the decision to keep. */
  record Named(String source, String reference, String area) {}

  /** The report, if the asker may have it destroyed. */
  Optional<Named> named(UUID report) {
    return sql.sql(
            """
            select r.source, r.reference, r.area from record.report r
            where r.id = :report and access.may_destroy(r.id)
            """)
        .param("report", report)
        .query((row, _) -> new Named(row.getString(1), row.getString(2), row.getString(3)))
        .optional();
  }

  /** What would go, what holds it and what stays; nothing for whoever may not have it destroyed. */
  Preview preview(UUID report) {
    return new Preview(
        sql.sql("select tbl, entry, ordinal from access.rows_to_destroy(:report)")
            .param("report", report)
            .query((row, _) ->
                new Preview.Row(row.getString(1), row.getObject(2, UUID.class), row.getInt(3)))
            .list(),
        sql.sql("select kind, name, of_id from access.holds_on_report(:report)")
            .param("report", report)
            .query((row, _) ->
                new Hold(row.getString(1), row.getString(2), row.getObject(3, UUID.class)))
            .list(),
        sql.sql("select kind, name, of_id from access.stays_of_report(:report)")
            .param("report", report)
            .query((row, _) ->
                new Stays(row.getString(1), row.getString(2), row.getObject(3, UUID.class)))
            .list());
  }

  /** Carries out what the entry decides; how many rows went. */
  long destroy(UUID decision) {
    return sql.sql("select access.destroy(:decision)")
        .param("decision", decision)
        .query(Long.class)
        .single();
  }

  /** That a report was destroyed, as far as the asker may know. */
  Optional<DestroyedReport> destroyed(UUID report) {
    return sql.sql("select * from access.destroyed_report(:report)")
        .param("report", report)
        .query((row, _) ->
            new DestroyedReport(
                row.getObject("destruction", UUID.class),
                row.getTimestamp("decided_at").toInstant(),
                Basis.parse(row.getString("basis")),
                Objects.requireNonNullElse(row.getString("proposed_by"), "Somebody"),
                Objects.requireNonNullElse(row.getString("decided_by"), "Somebody"),
                row.getString("reference"),
                row.getString("area"),
                row.getString("reason"),
                row.getString("decision_reason")))
        .optional();
  }

  /** Reports of a case that were destroyed, and when. */
  List<OfCase> ofCase(UUID caseFile) {
    return sql.sql(
            """
            select d.report, d.decided_at from access.destroyed_of(array(
              select distinct l.report from record.case_report l where l.case_file = :case)) d
            order by d.decided_at, d.report
            """)
        .param("case", caseFile)
        .query(
            (row, _) -> new OfCase(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
        .list();
  }

  /** How often somebody said of a report that it must be kept for a reason. */
  int saidOfHold(UUID report, HoldKind kind) {
    return sql.sql(
            """
            select coalesce(max(seq), 0) from record.report_hold
            where report = :report and kind = :kind
            """)
        .param("report", report)
        .param("kind", kind.code())
        .query(Integer.class)
        .single();
  }

  /** How often a report was looked at. */
  int reviews(UUID report) {
    return sql.sql(
            "select coalesce(max(seq), 0) from record.retention_review where report = :report")
        .param("report", report)
        .query(Integer.class)
        .single();
  }

  /** Why somebody said that a report must be kept, or need not any longer, the latest first. */
  List<HeldReport.Said> said(UUID report) {
    return sql.sql(
            """
            select h.kind, h.held, h.reason, h.at,
              (select n.display_name from access.names(array[h.by_account]) n)
            from record.report_hold h where h.report = :report order by h.at desc, h.kind, h.seq desc
            """)
        .param("report", report)
        .query((row, _) ->
            new HeldReport.Said(
                HoldKind.parse(row.getString(1)),
                row.getBoolean(2),
                row.getString(3),
                Objects.requireNonNullElse(row.getString(5), "Somebody"),
                row.getTimestamp(4).toInstant()))
        .list();
  }

  /**
   * Reports whose day has come, the longest due first, without those proposed to be destroyed.
   *
   * @param most and no more
   */
  List<DueReport> due(LocalDate today, int most) {
    return sql.sql(
            """
            select r.id, r.reference, v.kind, r.area, coalesce(q.review_on, v.review_on) as due
            from record.report_version v
            join record.report r on r.id = v.report
            left join lateral (select x.review_on from record.retention_review x
              where x.report = r.id order by x.seq desc limit 1) q on true
            where v.review_on <= cast(:today as date)
              and not exists (select 1 from record.report_version n
                where n.report = v.report and n.version > v.version)
              and coalesce(q.review_on, v.review_on) <= cast(:today as date)
              and not exists (select 1 from record.destruction d
                where d.report = r.id and not exists (
                  select 1 from record.destruction_decision x where x.destruction = d.id))
            order by due, r.id limit :most
            """)
        .param("today", today)
        .param("most", most)
        .query((row, _) ->
            new DueReport(
                row.getObject(1, UUID.class),
                row.getString(2),
                ReportKind.parse(row.getString(3)),
                row.getString(4),
                row.getObject(5, LocalDate.class)))
        .list();
  }
}
