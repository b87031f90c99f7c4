package org.heed.server.rereading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.archive.ArchivePeople;
import org.heed.server.archive.Asked;
import org.heed.server.recognition.ReadingFacts;
import org.heed.server.store.Databases;
import org.heed.text.Narrative;
import org.heed.text.Utf8;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a re-read asks of the record, as the asker. Only inside {@code Acts}. */
final class RereadingStore {
  private final JdbcClient sql;

  RereadingStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  Set<UUID> closed() {
    return new HashSet<>(
        sql.sql("select c from access.closed_to_me() c")
            .query((row, _) -> row.getObject(1, UUID.class))
            .list());
  }

  long closedInMyAreas() {
    return sql.sql("select access.closed_in_my_areas()").query(Long.class).single();
  }

  /** What re-reads under a rulebook asked, where that rulebook is in force by now. */
  Map<UUID, Scope.Since> askedSince(String inForce) {
    Map<UUID, Scope.Since> since = new HashMap<>();
    sql.sql(
            """
            select report, version, ask from record.reading
            where reread is not null and rulebook = :rulebook order by entry
            """)
        .param("rulebook", inForce)
        .query(row -> {
          since.put(
              row.getObject(1, UUID.class),
              new Scope.Since(row.getInt(2), Asked.of(row.getString(3))));
        });
    return since;
  }

  /**
   * A report as the record has it now.
   *
   * @param before what was asked about it last under a rulebook in force
   * @param isFlagged whether the last decision on it is yes
   * @param isTriaged whether it is put before somebody already because of the same rulebook
   * @param triages how often it was put before somebody
   */
  record Found(
      UUID report,
      int version,
      String area,
      Narrative narrative,
      Asked before,
      boolean isFlagged,
      boolean isTriaged,
      int triages) {

    /** Without the words, which are personal. */
    @Override
    public String toString() {
      return "Found[" + report + "]";
    }
  }

  /** Those of the candidates that are open to the asker and still the newest version. */
  Map<UUID, Found> find(List<Candidate> candidates, String inForce, String rulebook) {
    Map<UUID, Found> found = new HashMap<>();
    sql.sql(
            """
            select n.report, n.version, v.area, v.occurred_from, v.reported_at, v.recorded_at,
              v.offence, n.text,
              (select string_agg(coalesce(m.date_of_birth::text, '') || ':'
                   || coalesce(m.stated_age::text, ''), ',')
               from record.mention m
               where m.report = n.report and m.version = n.version
                 and m.role in ('victim', 'subject')) as ages,
              (select g.ask from record.reading g
               where g.report = n.report and g.version = n.version
                 and (g.reread is null or g.rulebook = :in_force)
               order by g.entry desc limit 1) as ask,
              (select f.decision from record.flag f
               where f.report = n.report and f.flag = 'CSE'
               order by f.seq desc limit 1) as decision,
              exists (select 1 from record.triage t
                      where t.report = n.report and t.version = n.version
                        and t.rulebook = :rulebook) as triaged,
              (select count(*) from record.triage t where t.report = n.report) as triages
            from unnest(cast(:reports as uuid[]), cast(:versions as int[])) as asked (report, version)
            join record.narrative n on n.report = asked.report and n.version = asked.version
            join record.report_version v on v.report = n.report and v.version = n.version
            where not exists (select 1 from record.narrative later
                              where later.report = n.report and later.version > n.version)
            """)
        .param("in_force", inForce)
        .param("rulebook", rulebook)
        .param("reports", candidates.stream().map(Candidate::report).toArray(UUID[]::new))
        .param("versions", candidates.stream().map(Candidate::version).toArray(Integer[]::new))
        .query(row -> {
          Found one = found(row);
          found.put(one.report(), one);
        });
    return found;
  }

  private static Found found(ResultSet row) throws SQLException {
    Instant recorded = instant(row, "recorded_at");
    ReadingFacts facts =
        ReadingFacts.of(
            instant(row, "occurred_from"),
            instant(row, "reported_at"),
            recorded == null ? Instant.EPOCH : recorded,
            row.getString("offence"),
            ArchivePeople.parse(row.getString("ages")));
    return new Found(
        row.getObject("report", UUID.class),
        row.getInt("version"),
        row.getString("area"),
        facts.of(Utf8.bytes(row.getString("text"))),
        Asked.of(row.getString("ask")),
        "yes".equals(row.getString("decision")),
        row.getBoolean("triaged"),
        row.getInt("triages"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  /** Who answers for an area. */
  Optional<UUID> supervisor(String area) {
    return sql.sql("select access.supervisor_of(:area)")
        .param("area", area)
        .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
        .single();
  }
}
