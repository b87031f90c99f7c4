package org.heed.server.suspected;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.person.PersonName;
import org.heed.server.report.MentionRole;
import org.heed.server.store.Coded;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queries of children who are suspected. Only inside {@link org.heed.server.store.Acts}. */
final class SuspectedStore {
  private final JdbcClient sql;

  SuspectedStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** The last position that is settled; -1 for none. */
  long settled() {
    return sql.sql("select coalesce(max(position), -1) from ledger.leaf")
        .query(Long.class)
        .single();
  }

  /**
   * What a report calls somebody, whoever may see it: for Heed's own program.
   *
   * @param somebody equal where they are one person
   * @param owner who would answer for a decision; null: nobody
   * @param asked whether it was asked for before
   */
  record Spoken(
      UUID somebody,
      UUID subject,
      UUID report,
      MentionRole role,
      @Nullable Integer age,
      @Nullable UUID owner,
      boolean asked) {}

  /** Of everybody whom something of these positions is about. */
  List<Spoken> find(long since, long upto) {
    return sql.sql(
            """
            select somebody, subject, report, role, age, owner, asked
            from access.suspected_to_find(:since, :upto) order by somebody, report, role
            """)
        .param("since", since)
        .param("upto", upto)
        .query((row, _) ->
            new Spoken(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                MentionRole.parse(row.getString(4)),
                row.getObject(5, Integer.class),
                row.getObject(6, UUID.class),
                row.getBoolean(7)))
        .list();
  }

  /** Whom an asking is about: a person, or a mention. */
  Optional<UUID> subject(UUID asked) {
    return sql.sql("select subject from record.suspected_asked where id = :asked")
        .param("asked", asked)
        .query((row, _) -> row.getObject(1, UUID.class))
        .optional();
  }

  /**
   * Those about whom a decision is asked for and none is made, the longest asked first: by askings
   * that still stand.
   */
  Set<UUID> waiting() {
    return new LinkedHashSet<>(
        sql.sql(
                """
                select a.subject from record.suspected_asked a
                where not exists (select 1 from record.suspected_decided d where d.asked = a.id)
                  and record.asking_stands(a.subject, a.report, a.role)
                group by a.subject order by min(a.asked_at), a.subject
                """)
            .query((row, _) -> row.getObject(1, UUID.class))
            .list());
  }

  /** What reports that are open say of these people and mentions, the newest first. */
  record Line(UUID subject, boolean person, SuspectedChild.In in) {}

  List<Line> lines(Collection<UUID> subjects) {
    return sql.sql(
            """
            select s.subject, s.person, m.report, r.reference, coalesce(v.occurred_from, v.recorded_at), m.role,
              coalesce(extract(year from age(coalesce(v.occurred_from, v.recorded_at), coalesce((
                select b.date_of_birth from record.person_version b
                where b.person = s.subject order by b.version desc limit 1), m.date_of_birth)))::int, m.stated_age),
              a.id, a.owner, (select n.display_name from access.names(array[a.owner]) n), a.asked_at,
              exists (select 1 from record.suspected_decided d where d.asked = a.id)
            from (
              select l.person as subject, true as person, l.mention from record.mention_person l
              where l.person = any (:subjects) and l.same and not exists (
                select 1 from record.mention_person u
                where u.mention = l.mention and u.person = l.person and u.seq > l.seq)
              union
              select n.id, false, n.id from record.mention n
              where n.id = any (:subjects) and not exists (
                select 1 from record.mention_person l where l.mention = n.id and l.same and not exists (
                  select 1 from record.mention_person u
                  where u.mention = l.mention and u.person = l.person and u.seq > l.seq))) s
            join record.mention m on m.id = s.mention
              and m.version = (select max(x.version) from record.mention x where x.report = m.report)
            join record.report r on r.id = m.report
            join record.report_version v on v.report = m.report and not exists (
              select 1 from record.report_version x where x.report = v.report and x.version > v.version)
            left join record.suspected_asked a
              on a.subject = s.subject and a.report = m.report and a.role = m.role
            where m.role in ('suspect', 'victim', 'subject')
            order by 5 desc, m.report, m.role
            """)
        .param("subjects", subjects.toArray(UUID[]::new))
        .query((row, _) -> {
          UUID asked = row.getObject(8, UUID.class);
          return new Line(
              row.getObject(1, UUID.class),
              row.getBoolean(2),
              new SuspectedChild.In(
                  row.getObject(3, UUID.class),
                  row.getString(4),
                  row.getTimestamp(5).toInstant(),
                  MentionRole.parse(row.getString(6)),
                  row.getObject(7, Integer.class),
                  asked == null
                      ? null
                      : new SuspectedChild.Asked(
                          asked,
                          row.getObject(9, UUID.class),
                          row.getString(10),
                          row.getTimestamp(11).toInstant(),
                          row.getBoolean(12))));
        })
        .list();
  }

  /** What people and mentions are called. */
  Map<UUID, String> names(Collection<UUID> subjects) {
    Map<UUID, String> names = new HashMap<>();
    sql.sql(
            """
            select m.id, m.given_name, m.family_name, 0 from record.mention m where m.id = any (:subjects)
            union all
            select v.person, v.given_name, v.family_name, v.version from record.person_version v
            where v.person = any (:subjects)
            order by 4
            """)
        .param("subjects", subjects.toArray(UUID[]::new))
        .query(row -> {
          names.put(
              row.getObject(1, UUID.class), PersonName.of(row.getString(2), row.getString(3)));
        });
    return names;
  }

  /** What was decided on any of these askings, with the askings of each, the newest first. */
  List<SuspectedChild.Decided> decisions(Collection<UUID> askings) {
    return sql.sql(
            """
            select f.decided_at, n.display_name, f.decision, f.reason
            from record.suspected_decision f
            cross join lateral access.decided(f.entry) d
            left join lateral access.names(array[d.actor]) n on true
            where f.id in (select x.decision from record.suspected_decided x where x.asked = any (:askings))
            order by f.decided_at desc, f.id desc
            """)
        .param("askings", askings.toArray(UUID[]::new))
        .query((row, _) -> {
          Instant at = row.getTimestamp(1).toInstant();
          return new SuspectedChild.Decided(
              at,
              String.valueOf(row.getString(2)),
              Coded.parse(SuspectedVerdict.values(), row.getString(3), "decision"),
              row.getString(4));
        })
        .list();
  }
}
