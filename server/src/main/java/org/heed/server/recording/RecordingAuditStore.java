package org.heed.server.recording;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.figures.sampling.Frame;
import org.heed.server.store.Coded;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Audits as drawn, and what was said. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class RecordingAuditStore {
  private final JdbcClient sql;

  public RecordingAuditStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** A report that can be drawn, with how many crimes are on record from it. */
  record Framed(UUID report, String stratum, int crimes) {}

  List<Framed> frame(AuditFrame frame) {
    List<String> areas = frame.areas();
    return sql.sql(
            """
            select id, route, kind, crimes
            from access.recording_frame(cast(:known as bigint), cast(:area as text), cast(:areas as text[]), :since, :until)
            """)
        .param("known", frame.known().position())
        .param("area", frame.area())
        .param("areas", areas == null ? null : areas.toArray(String[]::new))
        .param("since", Timestamp.from(frame.since()))
        .param("until", Timestamp.from(frame.until()))
        .query((row, _) ->
            new Framed(
                row.getObject(1, UUID.class),
                switch (frame.by()) {
                  case ROUTE -> row.getString(2);
                  case KIND -> row.getString(3);
                },
                row.getInt(4)))
        .list();
  }

  /** The newest first. */
  List<RecordingAudit> list() {
    return sql
        .sql("select id from record.recording_audit order by at desc, id")
        .query((row, _) -> row.getObject(1, UUID.class))
        .list()
        .stream()
        .flatMap(id -> find(id).stream())
        .toList();
  }

  Optional<RecordingAudit> find(UUID id) {
    return sql.sql(
            """
            select id, title, rulebook, area, string_to_array(areas, ','), since, until, strata_by,
              known_at, known_position, frame_hash, seed, at
            from record.recording_audit where id = :id
            """)
        .param("id", id)
        .query((row, _) -> audit(row))
        .optional();
  }

  private RecordingAudit audit(ResultSet row) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    return new RecordingAudit(
        id,
        row.getString(2),
        row.getString(3),
        new AuditFrame(
            row.getString(4),
            texts(row.getArray(5)),
            row.getTimestamp(6).toInstant(),
            row.getTimestamp(7).toInstant(),
            Coded.parse(AuditStrata.values(), row.getString(8), "strata"),
            new KnownAt(row.getTimestamp(9).toInstant(), row.getLong(10))),
        row.getString(11),
        row.getString(12),
        row.getTimestamp(13).toInstant(),
        strata(id),
        reports(id),
        auditors(id));
  }

  private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? null : Arrays.asList((String[]) array.getArray());
  }

  /** The frame that was kept with a draw; empty where it was drawn before frames were kept. */
  Optional<Frame> kept(UUID id) {
    return sql.sql(
            "select frame_lines from record.recording_audit where id = :id and frame_lines is not"
                + " null")
        .param("id", id)
        .query((row, _) -> Frame.parse(row.getString(1)))
        .optional();
  }

  private List<RecordingAudit.Stratum> strata(UUID id) {
    return sql.sql(
            """
            select stratum, population, drawn, crimes from record.recording_audit_stratum
            where audit = :id order by stratum
            """)
        .param("id", id)
        .query((row, _) ->
            new RecordingAudit.Stratum(
                row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)))
        .list();
  }

  private List<RecordingAudit.Drawn> reports(UUID id) {
    return sql.sql(
            """
            select report, stratum, place from record.recording_audit_report
            where audit = :id order by place
            """)
        .param("id", id)
        .query((row, _) ->
            new RecordingAudit.Drawn(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
        .list();
  }

  private List<RecordingAudit.Auditor> auditors(UUID id) {
    return sql.sql(
            """
            select a.account,
              coalesce((select n.display_name from access.names(array[a.account]) n), ''), a.until
            from (
              select distinct on (account) account, until, by_account from record.recording_auditor
              where audit = :id order by account, at desc, until, entry) a
            where a.by_account <> a.account
            order by 2, a.account
            """)
        .param("id", id)
        .query((row, _) ->
            new RecordingAudit.Auditor(
                row.getObject(1, UUID.class), row.getString(2), row.getTimestamp(3).toInstant()))
        .list();
  }

  /** All that was said in an audit, by report, the latest last. */
  Map<UUID, List<Audited>> said(UUID audit) {
    Map<UUID, List<Audited>> said = new LinkedHashMap<>();
    sql.sql(
            """
            select a.report, a.seq, a.told, a.should, a.recorded, a.classed, a.in_time, a.flag, a.reason,
              coalesce((select n.display_name from access.names(array[a.by_account]) n), ''), a.at,
              a.wrongly
            from record.recording_audited a where a.audit = :id order by a.report, a.seq
            """)
        .param("id", audit)
        .query(row -> {
          UUID report = row.getObject(1, UUID.class);
          said.computeIfAbsent(report, _ -> new java.util.ArrayList<>())
              .add(
                  new Audited(
                      report,
                      row.getInt(2),
                      new Audited.Said(
                          row.getBoolean(3),
                          row.getInt(4),
                          row.getInt(5),
                          row.getInt(6),
                          row.getInt(7),
                          Coded.parse(Audited.Flag.values(), row.getString(8), "flag"),
                          row.getString(9),
                          row.getObject(12, Integer.class)),
                      row.getString(10),
                      row.getTimestamp(11).toInstant()));
        });
    return said;
  }

  /** Those who may be named as auditors. */
  Map<UUID, String> auditors() {
    Map<UUID, String> found = new LinkedHashMap<>();
    sql.sql("select id, display_name from access.recording_auditors()")
        .query(row -> {
          found.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return found;
  }

  /** How many reports somebody has to audit while their time lasts. */
  long waiting() {
    return sql.sql(
            """
            select count(*) from access.audits_now() a
            join record.recording_audit_report d on d.audit = a
            where not exists (select 1 from record.recording_audited s
                where s.audit = d.audit and s.report = d.report)
            """)
        .query(Long.class)
        .single();
  }
}
