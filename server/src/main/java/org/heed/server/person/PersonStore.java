package org.heed.server.person;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.decision.IdentityView;
import org.heed.server.access.Refused;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The person tables' queries. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class PersonStore {
  private final JdbcClient sql;
  private final IdentityStore identities;

  public PersonStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
    this.identities = new IdentityStore(databases);
  }

  int latestVersion(UUID person) {
    return sql.sql("select max(version) from record.person_version where person = :person")
        .param("person", person)
        .query(Integer.class)
        .optional()
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no such person open to you."));
  }

  /**
   * A mention's report, how many links it has had, and the person it means now.
   *
   * @param person null while nobody is chosen
   */
  record Links(UUID report, int seq, @Nullable UUID person) {}

  Links links(UUID mention) {
    return sql.sql(
            """
            select m.report, (select coalesce(max(seq), 0) from record.mention_person where mention = m.id),
              (select l.person from record.mention_person l
               where l.mention = m.id and l.same and not exists (
                 select 1 from record.mention_person u
                 where u.mention = l.mention and u.person = l.person and u.seq > l.seq)
               order by l.seq desc limit 1)
            from record.mention m where m.id = :mention
            """)
        .param("mention", mention)
        .query((row, _) ->
            new Links(row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, UUID.class)))
        .optional()
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no such mention open to you."));
  }

  /** Those whom a mention was said not to mean after all. */
  public Set<UUID> rejected(UUID mention) {
    return Set.copyOf(
        sql.sql(
                """
                select person from (
                  select distinct on (person) person, same from record.mention_person
                  where mention = :mention order by person, seq desc) newest
                where not same
                """)
            .param("mention", mention)
            .query(UUID.class)
            .list());
  }

  /**
   * A mention, and one person it was last said to mean or not to mean.
   *
   * @param person null where nothing was said
   */
  record Meant(UUID mention, NewMention said, @Nullable UUID person, boolean same) {
    @Override
    public String toString() {
      return "Meant[" + mention + "]";
    }
  }

  /** What these people are called on record, of those open to the asker. */
  Map<UUID, String> names(Set<UUID> people) {
    Map<UUID, String> names = new HashMap<>();
    sql.sql(
            """
            select distinct on (v.person) v.person, v.given_name, v.family_name
            from record.person_version v where v.person = any (:people)
            order by v.person, v.version desc
            """)
        .param("people", people.toArray(UUID[]::new))
        .query(row -> {
          names.put(
              row.getObject(1, UUID.class), PersonName.of(row.getString(2), row.getString(3)));
        });
    return names;
  }

  /** The mentions of a report's newest version before one, each with what was last said of it. */
  List<Meant> meant(UUID report, int before) {
    return sql.sql(
            """
            select m.id, m.role, m.given_name, m.family_name, m.date_of_birth, m.stated_age,
              m.source_key, l.person, coalesce(l.same, false)
            from record.mention m
            left join (
              select distinct on (f.mention, f.person) f.mention, f.person, f.same, f.seq
              from record.mention_person f where f.report = :report
              order by f.mention, f.person, f.seq desc) l on l.mention = m.id
            where m.report = :report and m.version = (
              select max(n.version) from record.mention n
              where n.report = :report and n.version < :before)
            order by m.id, l.seq
            """)
        .param("report", report)
        .param("before", before)
        .query((row, _) ->
            new Meant(
                row.getObject(1, UUID.class),
                new NewMention(
                    MentionRole.parse(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getObject(5, LocalDate.class),
                    row.getObject(6, Integer.class),
                    null,
                    null,
                    null,
                    null,
                    row.getString(7)),
                row.getObject(8, UUID.class),
                row.getBoolean(9)))
        .list();
  }

  /** What a mention says of its person beyond name and date of birth. */
  record Said(
      @Nullable String sex,
      @Nullable String ethnicity,
      @Nullable String ethnicityBasis,
      @Nullable String nationality) {}

  Said said(UUID mention) {
    return sql.sql(
            "select sex, ethnicity, ethnicity_basis, nationality from record.mention where id ="
                + " :mention")
        .param("mention", mention)
        .query((row, _) ->
            new Said(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
        .single();
  }

  List<PersonFound> find(Set<String> words, int most) {
    StringBuilder where = new StringBuilder();
    int number = 0;
    for (String _ : words) {
      where
          .append(
              " and exists (select 1 from record.person_token t where t.person = v.person and"
                  + " t.token in (:w")
          .append(number++)
          .append("))");
    }
    JdbcClient.StatementSpec query =
        sql.sql(
            """
            select v.person, v.given_name, v.family_name, v.date_of_birth,
              (select count(distinct l.report) from record.mention_person l
               where l.person = v.person and l.same and not exists (
                 select 1 from record.mention_person u
                 where u.mention = l.mention and u.person = l.person and u.seq > l.seq)) as reports
            from record.person_version v
            where v.version = (select max(version) from record.person_version where person = v.person)
            """
                + where
                + " order by reports desc, v.family_name, v.given_name, v.person limit :most");
    number = 0;
    for (String word : words) {
      query = query.param("w" + number++, NameTokens.asked(word));
    }
    return query
        .param("most", most)
        .query((row, _) ->
            new PersonFound(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getLong(5)))
        .list();
  }

  /** The person as known, with the reports open to the asker that mean them. */
  public Optional<KnownPerson> find(UUID person, KnownAt known) {
    IdentityView view = identities.around(person, known);
    List<UUID> members = Identities.members(view, person);
    return sql.sql(
            """
            select f.given_name, f.family_name, f.date_of_birth, f.birth_precision, f.sex,
                   f.ethnicity, f.ethnicity_basis, f.nationality, f.disability
            from record.person_version f where f.person = :person and
            """
                + KnownAt.FILTER
                + " order by f.version desc limit 1")
        .param("person", person)
        .param("known", known.position())
        .query((row, _) ->
            new KnownPerson(
                person,
                row.getString(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                UUID.fromString(view.person(person.toString())),
                also(members.stream().filter(one -> !one.equals(person)).toList(), known),
                events(members, known),
                said(members, known)))
        .optional();
  }

  private List<KnownPerson.Also> also(List<UUID> others, KnownAt known) {
    return sql.sql(
            """
            select distinct on (f.person) f.person, f.given_name, f.family_name, f.date_of_birth
            from record.person_version f where f.person = any (:others) and
            """
                + KnownAt.FILTER
                + " order by f.person, f.version desc")
        .param("others", others.toArray(UUID[]::new))
        .param("known", known.position())
        .query((row, _) ->
            new KnownPerson.Also(
                row.getObject(1, UUID.class),
                PersonName.of(row.getString(2), row.getString(3)),
                row.getObject(4, LocalDate.class)))
        .list();
  }

  /** What was decided about these people, the newest first. */
  private List<KnownPerson.Said> said(List<UUID> members, KnownAt known) {
    return sql.sql(
            """
            select d.at, n.display_name, s.kind, s.reason, s.report, s.reference, s.a, s.b
            from (
              select f.entry, case when f.same then 'linked'
                  when exists (select 1 from record.mention_person b where b.mention = f.mention
                    and b.person = f.person and b.same and b.seq < f.seq) then 'unlinked'
                  else 'refused' end as kind,
                f.reason, f.report, r.reference, null::uuid as a, null::uuid as b
              from record.mention_person f join record.report r on r.id = f.report
              where f.person = any (:members) and %1$s
              union all
              select f.entry, f.verdict, f.reason, null, null, f.a, f.b
              from record.identity_decision f
              where (f.a = any (:members) or f.b = any (:members)) and %1$s) s
            cross join lateral access.decided(s.entry) d
            left join lateral access.names(array[d.actor]) n on true
            order by d.at desc, s.entry
            """
                .replace("%1$s", KnownAt.FILTER))
        .param("members", members.toArray(UUID[]::new))
        .param("known", known.position())
        .query((row, _) ->
            new KnownPerson.Said(
                row.getTimestamp(1).toInstant(),
                String.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getObject(8, UUID.class)))
        .list();
  }

  /**
   * The reports that mean them, each by the newest version that does: an amended report names its
   * people anew.
   */
  private List<KnownPerson.Event> events(List<UUID> members, KnownAt known) {
    Map<UUID, Integer> newest = new HashMap<>();
    List<KnownPerson.Event> events = new ArrayList<>();
    sql.sql(
            """
            select r.id, r.reference, v.kind, v.area, m.role, v.occurred_from, v.recorded_at,
              (select ask from record.reading
                where report = r.id and version = v.version and reread is null),
              (select f.decision from record.flag f where f.report = r.id and %1$s
               order by f.seq desc limit 1),
              (select count(*) from record.crime f where f.report = r.id and %1$s),
              m.version
            from record.mention_person f
            join record.mention m on m.id = f.mention
            join record.report r on r.id = f.report
            join lateral (select * from record.report_version n where n.report = r.id and %3$s
                          order by n.version desc limit 1) v on true
            where f.person = any (:members) and f.same and %1$s
              and not exists (select 1 from record.mention_person u
                              where u.mention = f.mention and u.person = f.person
                                and u.seq > f.seq and not u.same and %2$s)
            order by coalesce(v.occurred_from, v.recorded_at) desc, r.id, m.version desc
            """
                .replace("%1$s", KnownAt.FILTER)
                .replace("%2$s", KnownAt.filter("u"))
                .replace("%3$s", KnownAt.filter("n")))
        .param("members", members.toArray(UUID[]::new))
        .param("known", known.position())
        .query(row -> {
          Timestamp occurred = row.getTimestamp(6);
          KnownPerson.Event event =
              new KnownPerson.Event(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  occurred == null ? null : occurred.toInstant(),
                  row.getTimestamp(7).toInstant(),
                  row.getString(8),
                  row.getString(9),
                  row.getLong(10));
          int version = row.getInt(11);
          if (newest.computeIfAbsent(event.report(), _ -> version) == version) {
            events.add(event);
          }
        });
    return events;
  }
}
