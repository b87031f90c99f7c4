package org.heed.server.crime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Crimes of the same people from several reports. Only inside {@link org.heed.server.store.Acts}.
 */
@Repository
class OneIncidentStore {
  private final JdbcClient sql;

  OneIncidentStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /**
   * A crime that counts by itself, and what it was recorded of.
   *
   * @param first the class it was recorded under
   * @param offence the class it has
   * @param apartFrom numbers of crimes that somebody said it is no part of
   */
  record Counted(
      UUID id,
      String number,
      UUID report,
      Set<String> victims,
      Set<String> suspects,
      List<String> offences,
      String first,
      String offence,
      @Nullable LocalDate occurred,
      @Nullable LocalDate reported,
      LocalDate recorded,
      Set<String> apartFrom) {}

  /** Crimes whose victims are, by their links, among the victims of a crime; it is one of them. */
  Set<UUID> near(UUID crime) {
    return ids(
        sql.sql(
                """
                with named as (
                  select c.victim::text || coalesce(',' || c.others, '') as victims, c.report
                  from record.crime c where c.id = :crime and c.victim is not null),
                people as (
                  select distinct l.person from named n
                  join record.mention_person l on l.report = n.report and l.same
                    and l.mention::text = any (string_to_array(n.victims, ',')))
                select distinct c.id from people p
                join record.mention_person l on l.person = p.person and l.same
                join record.crime c on c.report = l.report
                """)
            .param("crime", crime)
            .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
            .list());
  }

  /** Crimes of victims who have some from several reports, one of them recorded since a day. */
  Set<UUID> several(LocalDate since) {
    return ids(
        sql.sql(
                """
                with victims as (
                  select l.person, c.report,
                    max((select s.effective_at from record.crime_state s
                         where s.crime = c.id and s.seq = 1)) as recorded
                  from record.crime c
                  join record.mention_person l on l.report = c.report and l.mention = c.victim and l.same
                  group by l.person, c.report),
                people as (
                  select person from victims group by person
                  having count(*) > 1
                    and max(recorded) >= (cast(:since as date))::timestamp at time zone 'Europe/London')
                select distinct c.id from people p
                join victims v on v.person = p.person
                join record.crime c on c.report = v.report
                """)
            .param("since", since)
            .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
            .list());
  }

  private static Set<UUID> ids(List<UUID> found) {
    return new LinkedHashSet<>(found);
  }

  /** Those of some crimes that count by themselves. */
  List<Counted> list(Collection<UUID> crimes) {
    UUID[] ids = crimes.toArray(UUID[]::new);
    Map<String, String> people = people(ids);
    return sql.sql(
            """
            select c.id, c.number, c.report, concat_ws(',', c.victim::text, c.others) as victims,
              coalesce(c.suspects, '') as suspects, coalesce(c.offences, '') as offences,
              first.offence as first, latest.offence, (first.effective_at at time zone 'Europe/London')::date as recorded,
              (v.occurred_from at time zone 'Europe/London')::date as occurred,
              (v.reported_at at time zone 'Europe/London')::date as reported,
              coalesce((select string_agg(s.reference, ',') from record.crime_state s
                        where s.crime = c.id and s.act = 'several'), '') as apart_from
            from record.crime c
            join record.crime_state first on first.crime = c.id and first.seq = 1
            join lateral (select s.offence, s.act from record.crime_state s
                          where s.crime = c.id order by s.seq desc limit 1) latest on true
            join lateral (select f.occurred_from, f.reported_at from record.report_version f
                          where f.report = c.report order by f.version desc limit 1) v on true
            where c.id = any (:ids) and latest.act not in ('cancelled', 'merged')
            order by c.id
            """)
        .param("ids", ids)
        .query((row, _) -> counted(row, people))
        .list();
  }

  private static Counted counted(ResultSet row, Map<String, String> people) throws SQLException {
    return new Counted(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getObject("report", UUID.class),
        named(row.getString("victims"), people),
        named(row.getString("suspects"), people),
        CrimeStore.texts(row.getString("offences")),
        row.getString("first"),
        row.getString("offence"),
        row.getObject("occurred", LocalDate.class),
        row.getObject("reported", LocalDate.class),
        Objects.requireNonNull(row.getObject("recorded", LocalDate.class)),
        new HashSet<>(CrimeStore.texts(row.getString("apart_from"))));
  }

  private static Set<String> named(@Nullable String mentions, Map<String, String> people) {
    Set<String> names = new LinkedHashSet<>();
    CrimeStore.texts(mentions)
        .forEach(mention -> names.add(people.getOrDefault(mention, "mention " + mention)));
    return names;
  }

  /** Who the mentions of these crimes' reports are said to be. */
  private Map<String, String> people(UUID[] crimes) {
    Map<String, String> people = new HashMap<>();
    sql.sql(
            """
            select distinct on (l.mention) l.mention::text, l.person::text, l.same
            from record.mention_person l
            where l.report in (select c.report from record.crime c where c.id = any (:ids))
            order by l.mention, l.seq desc
            """)
        .param("ids", crimes)
        .query(row -> {
          if (row.getBoolean(3)) {
            people.put(row.getString(1), "person " + row.getString(2));
          }
        });
    return people;
  }
}
