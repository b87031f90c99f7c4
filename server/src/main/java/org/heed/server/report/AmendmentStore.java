package org.heed.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.ledger.Digest;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A report as it stands, with all that an amendment keeps. Only inside acts. */
@Repository
public class AmendmentStore {
  private final JdbcClient sql;

  public AmendmentStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /**
   * The newest version.
   *
   * @param sent the digest of what the source sent last
   * @param people by mention, of the newest version that names any
   * @param things by mention, of the newest version that says what there is
   */
  record Current(
      int version,
      NewReport content,
      Digest sent,
      Map<UUID, NewMention> people,
      Map<UUID, NewThing> things) {
    @Override
    public String toString() {
      return "Current[version " + version + "]";
    }
  }

  Optional<Current> current(UUID report) {
    return sql.sql(
            """
            select r.source, r.reference, v.version, v.kind, v.route, v.area, v.occurred_from,
              v.occurred_to, v.reported_at, v.recorded_at, v.offence, v.grading, v.source_system,
              v.policing_purpose, v.review_on, v.reason, n.text, n.content_hash
            from record.report r
            join record.report_version v on v.report = r.id
            join record.narrative n on n.report = r.id and n.version = v.version
            where r.id = :report order by v.version desc limit 1
            """)
        .param("report", report)
        .query((row, _) -> current(row, people(report), things(report)))
        .optional();
  }

  private static Current current(
      ResultSet row, Map<UUID, NewMention> people, @Nullable Map<UUID, NewThing> things)
      throws SQLException {
    String route = row.getString("route");
    return new Current(
        row.getInt("version"),
        new NewReport(
            row.getString("source"),
            row.getString("reference"),
            ReportKind.parse(row.getString("kind")),
            route == null ? null : NoticeRoute.parse(route),
            row.getString("area"),
            row.getString("text"),
            instant(row.getTimestamp("occurred_from")),
            instant(row.getTimestamp("occurred_to")),
            instant(row.getTimestamp("reported_at")),
            instant(row.getTimestamp("recorded_at")),
            row.getString("offence"),
            row.getString("grading"),
            row.getString("source_system"),
            row.getString("policing_purpose"),
            row.getObject("review_on", LocalDate.class),
            row.getString("reason"),
            List.copyOf(people.values()),
            things == null ? null : List.copyOf(things.values())),
        Digest.of(row.getBytes("content_hash")),
        people,
        things == null ? Map.of() : things);
  }

  /** Null where no version says what there is. */
  private @Nullable Map<UUID, NewThing> things(UUID report) {
    Integer version =
        sql.sql(
                "select max(version) from record.report_version where report = :report and things is not null")
            .param("report", report)
            .query((row, _) -> row.getObject(1, Integer.class))
            .optional()
            .orElse(null);
    if (version == null) {
      return null;
    }
    Map<UUID, NewThing> things = new LinkedHashMap<>();
    sql.sql(
            """
            select id, kind, written, detail, source_key from record.thing_mention
            where report = :report and version = :version order by entry, ordinal
            """)
        .param("report", report)
        .param("version", version)
        .query(row -> {
          things.put(
              row.getObject(1, UUID.class),
              new NewThing(
                  ThingKind.parse(row.getString(2)),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5)));
        });
    return things;
  }

  private Map<UUID, NewMention> people(UUID report) {
    Map<UUID, NewMention> people = new LinkedHashMap<>();
    sql.sql(
            """
            select m.id, m.role, m.given_name, m.family_name, m.date_of_birth, m.stated_age, m.sex,
              m.ethnicity, m.ethnicity_basis, m.nationality, m.source_key
            from record.mention m
            where m.report = :report
              and m.version = (select max(version) from record.mention where report = :report)
            order by m.entry, m.ordinal
            """)
        .param("report", report)
        .query(row -> {
          people.put(
              row.getObject("id", UUID.class),
              new NewMention(
                  MentionRole.parse(row.getString("role")),
                  row.getString("given_name"),
                  row.getString("family_name"),
                  row.getObject("date_of_birth", LocalDate.class),
                  row.getObject("stated_age", Integer.class),
                  row.getString("sex"),
                  row.getString("ethnicity"),
                  row.getString("ethnicity_basis"),
                  row.getString("nationality"),
                  row.getString("source_key")));
        });
    return people;
  }

  /** Who wrote each version, and when. */
  Map<Integer, Written> written(UUID report) {
    Map<Integer, Written> written = new LinkedHashMap<>();
    sql.sql(
            """
            select v.version, v.reason, v.recorded_at, w.at,
              (select n.display_name from access.names(array[w.actor]) n) as author
            from record.report_version v
            left join lateral access.written(v.entry) w on true
            where v.report = :report order by v.version
            """)
        .param("report", report)
        .query(row -> {
          Timestamp at = row.getTimestamp("at");
          String author = row.getString("author");
          written.put(
              row.getInt("version"),
              new Written(
                  (at == null ? row.getTimestamp("recorded_at") : at).toInstant(),
                  author == null ? "" : author,
                  row.getString("reason")));
        });
    return written;
  }

  record Written(Instant at, String author, @Nullable String reason) {
    @Override
    public String toString() {
      return "Written[" + at + "]";
    }
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
