package org.heed.server.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.linking.Proposals;
import org.heed.server.person.PersonName;
import org.heed.server.report.MentionRole;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What networks ask of the record. Only inside {@link org.heed.server.store.Acts}. */
final class NetworkStore {
  /** That an alias {@code m} of people's mentions is of the newest version that names any. */
  private static final String NEWEST_PEOPLE =
      """
      not exists (select 1 from record.mention n where n.report = m.report and n.version > m.version)\
      """;

  private static final String NEWEST_THINGS =
      """
      not exists (select 1 from record.report_version n
        where n.report = m.report and n.version > m.version and n.things is not null)\
      """;

  /**
   * Neither what it is nor that it is not what is written alike: not that it is not the thing
   * {@code p.thing} or one of its mentions, nor another that is written by the same key.
   */
  private static final String NOBODY_SAID =
      """
      not exists (select 1 from record.mention_thing d
        left join record.thing_mention o on o.id = d.other
        where d.mention = m.id and not d.same
          and not exists (select 1 from record.mention_thing u
            where u.mention = d.mention and u.thing is not distinct from d.thing
              and u.other is not distinct from d.other and u.seq > d.seq)
          and (d.thing = p.thing or (o.kind = m.kind and o.exact = m.exact)
            or exists (select 1 from record.mention_thing x
              where x.mention = d.other and x.thing = p.thing and x.same
                and not exists (select 1 from record.mention_thing u
                  where u.mention = x.mention and u.thing = x.thing and u.seq > x.seq)))) and
      not exists (select 1 from record.mention_thing x where x.mention = m.id and x.same
        and not exists (select 1 from record.mention_thing u
          where u.mention = x.mention and u.thing = x.thing and u.seq > x.seq))\
      """;

  private final JdbcClient sql;

  NetworkStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** The newest reports that mean each of these people, some more than are followed. */
  Map<UUID, List<UUID>> reportsOfPeople(Collection<UUID> people, int most) {
    return reports(
        """
        select p.id, f.report from unnest(cast(:ids as uuid[])) p (id) cross join lateral (
          select distinct f.report from record.mention_person f
          join record.mention m on m.id = f.mention
          where f.person = p.id and f.same and not exists (
            select 1 from record.mention_person u
            where u.mention = f.mention and u.person = f.person and u.seq > f.seq)
          and %s order by f.report desc limit :most) f
        """
            .replace("%s", NEWEST_PEOPLE),
        people,
        most);
  }

  /** The same for things of the record. */
  Map<UUID, List<UUID>> reportsOfThings(Collection<UUID> things, int most) {
    return reports(
        """
        select p.id, f.report from unnest(cast(:ids as uuid[])) p (id) cross join lateral (
          select distinct f.report from record.mention_thing f
          join record.thing_mention m on m.id = f.mention
          where f.thing = p.id and f.same and not exists (
            select 1 from record.mention_thing u
            where u.mention = f.mention and u.thing = f.thing and u.seq > f.seq)
          and %s order by f.report desc limit :most) f
        """
            .replace("%s", NEWEST_THINGS),
        things,
        most);
  }

  private Map<UUID, List<UUID>> reports(String query, Collection<UUID> ids, int most) {
    Map<UUID, List<UUID>> reports = new HashMap<>();
    sql.sql(query)
        .param("ids", ids.toArray(UUID[]::new))
        .param("most", most)
        .query(row -> {
          reports
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(row.getObject(2, UUID.class));
        });
    return reports;
  }

  /** A key with its kind, since a number and an account can be written alike. */
  record Key(ThingKind kind, String exact) {
    @Override
    public String toString() {
      return "Key[" + kind + "]";
    }
  }

  /**
   * The newest reports that write each of these keys and of which nobody said what they mean.
   *
   * @param things what is known to be written by a key
   */
  Map<Key, List<UUID>> reportsOfKeys(Collection<Key> keys, Map<Key, UUID> things, int most) {
    Map<Key, List<UUID>> reports = new HashMap<>();
    sql.sql(
            """
            select p.kind, p.exact, f.report
            from unnest(cast(:kinds as text[]), cast(:exacts as text[]), cast(:things as uuid[]))
              p (kind, exact, thing)
            cross join lateral (
              select distinct m.report from record.thing_mention m
              where m.exact = p.exact and m.kind = p.kind and %1$s and %2$s
              order by m.report desc limit :most) f
            """
                .replace("%1$s", NEWEST_THINGS)
                .replace("%2$s", NOBODY_SAID))
        .param("kinds", keys.stream().map(key -> key.kind().code()).toArray(String[]::new))
        .param("exacts", keys.stream().map(Key::exact).toArray(String[]::new))
        .param("things", keys.stream().map(things::get).toArray(UUID[]::new))
        .param("most", most)
        .query(row -> {
          reports
              .computeIfAbsent(key(row.getString(1), row.getString(2)), _ -> new ArrayList<>())
              .add(row.getObject(3, UUID.class));
        });
    return reports;
  }

  /** The keys by which the newest reports write these things, as many reports as are followed. */
  Map<UUID, List<Key>> keysOfThings(Collection<UUID> things, int most) {
    Map<UUID, List<Key>> keys = new HashMap<>();
    sql.sql(
            """
            select distinct p.id, f.kind, f.exact
            from unnest(cast(:things as uuid[])) p (id) cross join lateral (
              select m.kind, m.exact from record.mention_thing f
              join record.thing_mention m on m.id = f.mention
              where f.thing = p.id and f.same and m.exact is not null and not exists (
                select 1 from record.mention_thing u
                where u.mention = f.mention and u.thing = f.thing and u.seq > f.seq)
              order by f.report desc limit :most) f
            """)
        .param("things", things.toArray(UUID[]::new))
        .param("most", most)
        .query(row -> {
          keys.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(key(row.getString(2), row.getString(3)));
        });
    return keys;
  }

  /**
   * The things of the record that the newest reports write by these keys, as many reports as are
   * followed: of each the one said of first.
   */
  Map<Key, UUID> thingsOfKeys(Collection<Key> keys, int most) {
    Map<Key, UUID> things = new HashMap<>();
    sql.sql(
            """
            select p.kind, p.exact, min(f.thing::text)::uuid
            from unnest(cast(:kinds as text[]), cast(:exacts as text[])) p (kind, exact)
            cross join lateral (
              select f.thing from record.thing_mention m
              join record.mention_thing f on f.mention = m.id and f.same
              where m.exact = p.exact and m.kind = p.kind and not exists (
                select 1 from record.mention_thing u
                where u.mention = f.mention and u.thing = f.thing and u.seq > f.seq)
              order by m.report desc limit :most) f
            group by p.kind, p.exact
            """)
        .param("kinds", keys.stream().map(key -> key.kind().code()).toArray(String[]::new))
        .param("exacts", keys.stream().map(Key::exact).toArray(String[]::new))
        .param("most", most)
        .query(row -> {
          things.put(key(row.getString(1), row.getString(2)), row.getObject(3, UUID.class));
        });
    return things;
  }

  /** A report with when it happened. */
  record Event(UUID id, String reference, String kind, String area, Instant at) {}

  /** Those of these reports of a period, the newest first. */
  List<Event> events(
      Collection<UUID> reports, @Nullable Instant from, @Nullable Instant before, int most) {
    return sql.sql(
            """
            select r.id, r.reference, v.kind, v.area, coalesce(v.occurred_from, v.recorded_at) as at
            from record.report r
            join record.report_version v on v.report = r.id and not exists (
              select 1 from record.report_version n
              where n.report = v.report and n.version > v.version)
            where r.id = any (:reports)
              and (cast(:from as timestamptz) is null
                or coalesce(v.occurred_from, v.recorded_at) >= cast(:from as timestamptz))
              and (cast(:before as timestamptz) is null
                or coalesce(v.occurred_from, v.recorded_at) < cast(:before as timestamptz))
            order by at desc, r.id limit :most
            """)
        .param("reports", reports.toArray(UUID[]::new))
        .param("from", from == null ? null : from.toString())
        .param("before", before == null ? null : before.toString())
        .param("most", most)
        .query((row, _) ->
            new Event(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant()))
        .list();
  }

  /**
   * Somebody a report speaks of.
   *
   * @param person who they are said to be; null while nobody has said
   */
  record Somebody(
      UUID report,
      UUID mention,
      MentionRole role,
      String name,
      boolean named,
      @Nullable LocalDate born,
      @Nullable Integer age,
      @Nullable UUID person) {
    @Override
    public String toString() {
      return "Somebody[" + role + "]";
    }
  }

  List<Somebody> people(Collection<UUID> reports) {
    return people("m.report = any (:ids)", reports);
  }

  /** The same by their own identifiers. */
  List<Somebody> mentions(Collection<UUID> mentions) {
    return people("m.id = any (:ids)", mentions);
  }

  private List<Somebody> people(String which, Collection<UUID> ids) {
    return sql.sql(
            """
            select m.report, m.id, m.role, m.given_name, m.family_name, m.date_of_birth,
              m.stated_age, (
                select l.person from record.mention_person l
                where l.mention = m.id and l.same and not exists (
                  select 1 from record.mention_person u
                  where u.mention = l.mention and u.person = l.person and u.seq > l.seq)
                order by l.seq desc limit 1)
            from record.mention m where %1$s and %2$s
            order by m.entry, m.ordinal
            """
                .replace("%1$s", which)
                .replace("%2$s", NEWEST_PEOPLE))
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> somebody(row))
        .list();
  }

  private static Somebody somebody(ResultSet row) throws SQLException {
    String given = row.getString(4);
    String family = row.getString(5);
    return new Somebody(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        MentionRole.parse(row.getString(3)),
        PersonName.of(given, family),
        given != null || family != null,
        row.getObject(6, LocalDate.class),
        row.getObject(7, Integer.class),
        row.getObject(8, UUID.class));
  }

  /**
   * Something a report speaks of.
   *
   * @param thing what it is said to be; null while nobody has said
   */
  record Something(
      UUID report,
      UUID mention,
      ThingKind kind,
      String written,
      @Nullable String exact,
      @Nullable UUID thing) {
    @Nullable Key key() {
      return exact == null ? null : new Key(kind, exact);
    }

    @Override
    public String toString() {
      return "Something[" + kind + "]";
    }
  }

  private static final String SOMETHING =
      """
      select m.report, m.id, m.kind, m.written, m.exact, (
        select x.thing from record.mention_thing x
        where x.mention = m.id and x.same and not exists (
          select 1 from record.mention_thing u
          where u.mention = x.mention and u.thing = x.thing and u.seq > x.seq)
        order by x.seq desc limit 1)
      from record.thing_mention m
      """;

  List<Something> things(Collection<UUID> reports) {
    return sql.sql(
            SOMETHING
                + " where m.report = any (:reports) and "
                + NEWEST_THINGS
                + " order by m.entry, m.ordinal")
        .param("reports", reports.toArray(UUID[]::new))
        .query((row, _) -> something(row))
        .list();
  }

  Optional<Something> thing(UUID mention) {
    return sql.sql(SOMETHING + " where m.id = :mention")
        .param("mention", mention)
        .query((row, _) -> something(row))
        .optional();
  }

  private static Something something(ResultSet row) throws SQLException {
    return new Something(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        ThingKind.parse(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getObject(6, UUID.class));
  }

  /**
   * What a mention was last said not to be.
   *
   * @param things and what other mentions mean that it was said not to be one with
   * @param keys by which these others are written
   */
  record Refusals(Set<UUID> things, Set<Key> keys) {
    static final Refusals NONE = new Refusals(Set.of(), Set.of());
  }

  /** The same by mention. */
  Map<UUID, Refusals> refused(Collection<UUID> reports) {
    Map<UUID, Refusals> refused = new HashMap<>();
    sql.sql(
            """
            select r.mention, r.thing, x.thing, o.kind, o.exact from (
              select distinct on (mention, thing, other) mention, thing, other, same
              from record.mention_thing where report = any (:reports)
              order by mention, thing, other, seq desc) r
            left join record.thing_mention o on o.id = r.other
            left join record.mention_thing x on x.mention = r.other and x.same and not exists (
              select 1 from record.mention_thing u
              where u.mention = x.mention and u.thing = x.thing and u.seq > x.seq)
            where not r.same
            """)
        .param("reports", reports.toArray(UUID[]::new))
        .query(row -> {
          Refusals of =
              refused.computeIfAbsent(
                  row.getObject(1, UUID.class),
                  _ -> new Refusals(new HashSet<>(), new HashSet<>()));
          for (int column = 2; column <= 3; column++) {
            UUID thing = row.getObject(column, UUID.class);
            if (thing != null) {
              of.things().add(thing);
            }
          }
          if (row.getString(5) != null) {
            of.keys().add(key(row.getString(4), row.getString(5)));
          }
        });
    return refused;
  }

  /** The names of those of these people that the asker may see. */
  Map<UUID, String> names(Collection<UUID> people) {
    Map<UUID, String> names = new HashMap<>();
    sql.sql(
            """
            select distinct on (person) person, given_name, family_name
            from record.person_version where person = any (:people)
            order by person, version desc
            """)
        .param("people", people.toArray(UUID[]::new))
        .query(row -> {
          names.put(
              row.getObject(1, UUID.class), PersonName.of(row.getString(2), row.getString(3)));
        });
    return names;
  }

  record Labelled(ThingKind kind, String label) {
    @Override
    public String toString() {
      return "Labelled[" + kind + "]";
    }
  }

  /** Those of these things that the asker may see. */
  Map<UUID, Labelled> labels(Collection<UUID> things) {
    Map<UUID, Labelled> labels = new HashMap<>();
    sql.sql("select id, kind, record.thing_label(id) from record.thing where id = any (:things)")
        .param("things", things.toArray(UUID[]::new))
        .query(row -> {
          labels.put(
              row.getObject(1, UUID.class),
              new Labelled(ThingKind.parse(row.getString(2)), row.getString(3)));
        });
    return labels;
  }

  /** Who may be one with any of these people, the longest open first; nobody has decided. */
  Set<UUID> mayBe(Collection<UUID> people, int most) {
    return new LinkedHashSet<>(
        sql.sql(
                "select case when p.a = any (:people) then p.b else p.a end "
                    + Proposals.OPEN
                    + " and (p.a = any (:people) or p.b = any (:people))"
                    + " order by p.proposed_at, p.a, p.b limit :most")
            .param("people", people.toArray(UUID[]::new))
            .param("most", most)
            .query((row, _) -> row.getObject(1, UUID.class))
            .list());
  }

  /** Proposals that nobody has decided, of which both are among these people and mentions. */
  List<UUID[]> proposals(Collection<UUID> among) {
    return sql.sql(
            "select p.a, p.b "
                + Proposals.OPEN
                + " and p.a = any (:among) and p.b = any (:among) order by p.a, p.b")
        .param("among", among.toArray(UUID[]::new))
        .query((row, _) -> new UUID[] {row.getObject(1, UUID.class), row.getObject(2, UUID.class)})
        .list();
  }

  private static Key key(String kind, String exact) {
    return new Key(ThingKind.parse(kind), exact);
  }

  /** That a decision on somebody's own safety was asked for, and whether it was made. */
  record Asked(UUID id, boolean decided) {}

  /** What was asked about any of these people and mentions, in the order of asking. */
  List<Asked> asked(Collection<UUID> subjects) {
    return sql.sql(
            """
            select a.id, exists (select 1 from record.suspected_decided d where d.asked = a.id)
            from record.suspected_asked a
            where a.subject = any (:subjects) and record.asking_stands(a.subject, a.report, a.role)
            order by a.asked_at, a.id
            """)
        .param("subjects", subjects.toArray(UUID[]::new))
        .query((row, _) -> new Asked(row.getObject(1, UUID.class), row.getBoolean(2)))
        .list();
  }
}
