package org.heed.server.crime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Refused;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The crime tables' queries. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class CrimeStore {
  private final JdbcClient sql;

  public CrimeStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** A crime as it stands. */
  record Now(UUID report, int seq, CrimeAct act, String offence) {}

  Now now(UUID crime) {
    return sql.sql(
            """
            select report, seq, act, offence from record.crime_state
            where crime = :crime order by seq desc limit 1
            """)
        .param("crime", crime)
        .query((row, _) ->
            new Now(
                row.getObject(1, UUID.class),
                row.getInt(2),
                CrimeAct.parse(row.getString(3)),
                row.getString(4)))
        .optional()
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no such crime open to you."));
  }

  /** Refuses where the report is not open to the caller. */
  void requireOpen(UUID report) {
    boolean open =
        sql.sql("select exists (select 1 from record.report where id = :report)")
            .param("report", report)
            .query(Boolean.class)
            .single();
    if (!open) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is no such report open to you.");
    }
  }

  /** What the report's crimes were counted from, oldest first; cancelled ones too. */
  List<ReportCrimes.Recorded> recorded(UUID report) {
    return sql.sql(
            """
            select c.victim, c.others, c.suspects,
              coalesce(c.offences || ',', '') || (
                select f.offence from record.crime_state f
                where f.crime = c.id order by f.seq desc limit 1)
            from record.crime c where c.report = :report order by c.entry, c.ordinal
            """)
        .param("report", report)
        .query((row, _) ->
            new ReportCrimes.Recorded(
                row.getObject(1, UUID.class),
                ids(row.getString(2)),
                ids(row.getString(3)),
                texts(row.getString(4)).stream().distinct().toList()))
        .list();
  }

  static List<UUID> ids(@Nullable String text) {
    return texts(text).stream().map(UUID::fromString).toList();
  }

  static List<String> texts(@Nullable String text) {
    return text == null || text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  /** Everyone whom any version of a report speaks of. */
  Victims victims(UUID report) {
    return new Victims(
        sql.sql(
                """
                select m.id, m.version, m.role, m.given_name, m.family_name, m.date_of_birth,
                  m.stated_age, m.source_key,
                  (select l.person from record.mention_person l
                   where l.mention = m.id and l.same and not exists (
                     select 1 from record.mention_person u
                     where u.mention = l.mention and u.person = l.person and u.seq > l.seq)
                   order by l.seq desc limit 1),
                  exists (select 1 from record.crime c
                    where c.report = m.report
                      and (c.victim = m.id or m.id::text = any (string_to_array(c.others, ','))))
                from record.mention m where m.report = :report
                """)
            .param("report", report)
            .query((row, _) ->
                new Victims.Named(
                    row.getObject(1, UUID.class),
                    row.getInt(2),
                    new NewMention(
                        MentionRole.parse(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, Integer.class),
                        null,
                        null,
                        null,
                        null,
                        row.getString(8)),
                    row.getObject(9, UUID.class),
                    row.getBoolean(10)))
            .list());
  }

  /** The crimes of a report as they stood. */
  List<CrimeStanding> list(UUID report, KnownAt known) {
    return sql.sql(
            """
            select distinct on (c.id) c.id, c.number, f.act, f.offence, f.counted, f.reason, f.effective_at
            from record.crime c join record.crime_state f on f.crime = c.id
            where c.report = :report and
            """
                + KnownAt.FILTER
                + " order by c.id, f.seq desc")
        .param("report", report)
        .param("known", known.position())
        .query((row, _) ->
            new CrimeStanding(
                row.getObject(1, UUID.class),
                row.getString(2),
                CrimeAct.parse(row.getString(3)),
                row.getString(4),
                row.getBoolean(5),
                row.getString(6),
                row.getTimestamp(7).toInstant()))
        .list();
  }

  Map<UUID, Instant> recordedAt(UUID report, KnownAt known) {
    Map<UUID, Instant> at = new HashMap<>();
    sql.sql(
            """
            select f.crime, min(f.effective_at) from record.crime c
            join record.crime_state f on f.crime = c.id
            where c.report = :report and f.act = 'recorded' and
            """
                + KnownAt.FILTER
                + " group by f.crime")
        .param("report", report)
        .param("known", known.position())
        .query(row -> {
          at.put(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant());
        });
    return at;
  }
}
