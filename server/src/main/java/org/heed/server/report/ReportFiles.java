package org.heed.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds reports as they were known. Only inside {@link org.heed.server.store.Acts}. */
@Service
public class ReportFiles {
  private static final String SELECT =
      """
      select r.id, r.source, r.reference, f.version, f.kind, f.route, f.area, f.occurred_from,
             f.occurred_to, f.reported_at, f.recorded_at, f.offence, f.grading,
             f.source_system, f.review_on, n.text
      from record.report r
      join record.report_version f on f.report = r.id
      join record.narrative n on n.report = r.id and n.version = f.version
      """;

  private final JdbcClient sql;

  public ReportFiles(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** The report, if it is open to the asker and was known. */
  public Optional<ReportFile> find(UUID id, KnownAt known) {
    return sql.sql(
            SELECT + " where r.id = :id and " + KnownAt.FILTER + " order by f.version desc limit 1")
        .param("id", id)
        .param("known", known.position())
        .query((row, _) -> file(row, known))
        .optional();
  }

  /** Every version of a report, from the first; none where it is not open to the asker. */
  List<ReportFile> list(UUID id) {
    return sql.sql(SELECT + " where r.id = :id order by f.version")
        .param("id", id)
        .query((row, _) -> file(row, KnownAt.NOW))
        .list();
  }

  private ReportFile file(ResultSet row, KnownAt known) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    int version = row.getInt(4);
    Instant from = instant(row.getTimestamp(8));
    Instant reported = instant(row.getTimestamp(10));
    Instant recorded = row.getTimestamp(11).toInstant();
    Instant when = from != null ? from : reported != null ? reported : recorded;
    String route = row.getString(6);
    return new ReportFile(
        id,
        row.getString(2),
        row.getString(3),
        version,
        ReportKind.parse(row.getString(5)),
        route == null ? null : NoticeRoute.parse(route),
        row.getString(7),
        from,
        instant(row.getTimestamp(9)),
        reported,
        recorded,
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getObject(15, LocalDate.class),
        row.getString(16),
        mentions(id, version, known, when),
        things(id, version, known),
        versions(id, known));
  }

  /**
   * The people of the newest version, up to this one, that names any: an amendment of the text
   * keeps them.
   */
  private List<ReportFile.Mention> mentions(UUID report, int version, KnownAt known, Instant when) {
    return sql.sql(
            known(
                """
                select f.id, f.role, f.given_name, f.family_name, f.date_of_birth, f.stated_age, f.sex,
                  (select l.person from record.mention_person l
                   where l.mention = f.id and l.same and %s and not exists (
                     select 1 from record.mention_person u
                     where u.mention = l.mention and u.person = l.person and u.seq > l.seq and %s)
                   order by l.seq desc limit 1)
                from record.mention f
                where f.report = :report and f.version =
                  (select max(n.version) from record.mention n where n.report = :report
                     and n.version <= :version and %s) and %s
                order by f.entry, f.ordinal
                """))
        .param("report", report)
        .param("version", version)
        .param("known", known.position())
        .query((row, _) -> {
          LocalDate born = row.getObject(5, LocalDate.class);
          Integer stated = row.getObject(6, Integer.class);
          MentionRole role = MentionRole.parse(row.getString(2));
          Integer age =
              new NewMention(role, null, null, born, stated, null, null, null, null, null)
                  .ageAt(when);
          return new ReportFile.Mention(
              row.getObject(1, UUID.class),
              role,
              row.getString(3),
              row.getString(4),
              born,
              age,
              row.getString(7),
              row.getObject(8, UUID.class));
        })
        .list();
  }

  /** The things of the newest version, up to this one, that says what there is. */
  private List<ReportFile.Thing> things(UUID report, int version, KnownAt known) {
    return sql.sql(
            known(
                """
                select f.id, f.kind, f.written, f.detail,
                  (select l.thing from record.mention_thing l
                   where l.mention = f.id and l.same and %s and not exists (
                     select 1 from record.mention_thing u
                     where u.mention = l.mention and u.thing = l.thing and u.seq > l.seq and %s)
                   order by l.seq desc limit 1)
                from record.thing_mention f
                where f.report = :report and f.version =
                  (select max(n.version) from record.report_version n where n.report = :report
                     and n.things is not null and n.version <= :version and %s) and %s
                order by f.entry, f.ordinal
                """))
        .param("report", report)
        .param("version", version)
        .param("known", known.position())
        .query((row, _) ->
            new ReportFile.Thing(
                row.getObject(1, UUID.class),
                ThingKind.parse(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class)))
        .list();
  }

  /** Fills in what was known, for each alias of the statement in its order. */
  private static String known(String statement) {
    return String.format(
        Locale.ROOT,
        statement,
        KnownAt.filter("l"),
        KnownAt.filter("u"),
        KnownAt.filter("n"),
        KnownAt.filter("f"));
  }

  private List<ReportFile.Version> versions(UUID report, KnownAt known) {
    return sql.sql(
            "select f.version, f.recorded_at, f.reason from record.report_version f where f.report = :report and "
                + KnownAt.FILTER
                + " order by f.version desc")
        .param("report", report)
        .param("known", known.position())
        .query((row, _) ->
            new ReportFile.Version(
                row.getInt(1), row.getTimestamp(2).toInstant(), row.getString(3)))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
