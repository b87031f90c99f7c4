package org.heed.server.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.heed.server.store.Act;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What sources say of two people. Only inside {@link org.heed.server.store.Acts}. */
@Service
public class Ties {
  /** Whom a mention {@code m} is said to mean. */
  private static final String MEANT =
      """
      (select l.person from record.mention_person l
        where l.mention = m.id and l.same and not exists (
          select 1 from record.mention_person u
          where u.mention = l.mention and u.person = l.person and u.seq > l.seq)
        order by l.seq desc limit 1)\
      """;

  private static final String NEWEST =
      """
      not exists (select 1 from record.mention n where n.report = m.report and n.version > m.version)\
      """;

  private final JdbcClient sql;

  public Ties(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /**
   * What a file says.
   *
   * @param from the source's own key of the one
   * @param to that of the other
   */
  public record Said(String from, String to, String says, boolean confirmed) {
    /** Nothing: all of it is personal. */
    @Override
    public String toString() {
      return "Said";
    }
  }

  /** What became of it. */
  public enum Outcome {
    NEW,
    SAME,
    /** No report of the source names both of them by their keys. */
    NOT_NAMED
  }

  private record Pair(UUID mention, UUID report, UUID other, UUID otherReport) {}

  /** Takes what a source says, between the mentions that its reports have of the two. */
  public Outcome add(Function<String, Act> begin, String source, Said said) {
    Optional<Pair> found = find(source, said);
    if (found.isEmpty()) {
      return Outcome.NOT_NAMED;
    }
    if (lastConfirmed(source, said).filter(last -> last == said.confirmed()).isPresent()) {
      return Outcome.SAME;
    }
    Pair pair = found.get();
    Act act = begin.apply("person.tie-said");
    act.concerns(pair.report());
    act.concerns(pair.otherReport());
    act.add(
        Tables.TIE,
        act.newId(),
        pair.mention(),
        pair.report(),
        pair.other(),
        pair.otherReport(),
        said.says(),
        said.confirmed(),
        source,
        act.at());
    return Outcome.NEW;
  }

  /** Mentions of the newest versions; of one report, where one names both. */
  private Optional<Pair> find(String source, Said said) {
    return sql.sql(
            """
            with named as (
              select m.id, m.report, m.source_key
              from record.report r join record.mention m on m.report = r.id
              where r.source = :source and m.source_key in (:from, :to)
                and m.version = (select max(v.version) from record.report_version v
                                 where v.report = r.id))
            select a.id, a.report, b.id, b.report from named a, named b
            where a.source_key = :from and b.source_key = :to and a.id <> b.id
            order by (a.report = b.report) desc, a.report, b.report, a.id, b.id limit 1
            """)
        .param("source", source)
        .param("from", said.from())
        .param("to", said.to())
        .query((row, _) ->
            new Pair(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class)))
        .optional();
  }

  /**
   * Whether it was said to be confirmed when it was last said, by the source's own keys: another
   * version of a report has other mentions.
   */
  private Optional<Boolean> lastConfirmed(String source, Said said) {
    return sql.sql(
            """
            select t.confirmed from record.mention a
            join record.tie t on t.mention = a.id
            join record.mention b on b.id = t.other
            where a.source_key = :from and b.source_key = :to
              and t.source = :source and t.says = :says
            order by t.at desc, t.id desc limit 1
            """)
        .param("from", said.from())
        .param("to", said.to())
        .param("source", source)
        .param("says", said.says())
        .query(Boolean.class)
        .optional();
  }

  /**
   * What was said of somebody whom one of these reports names, as known, the earliest first; of
   * what a source said again, the newest.
   */
  public List<Tie> of(Collection<UUID> reports, KnownAt known) {
    return sql.sql(
            """
            select * from (
              select distinct on (f.source, coalesce(a.source_key, a.id::text),
                  coalesce(b.source_key, b.id::text), f.says)
                f.id, f.says, f.confirmed, f.source, f.at,
                f.mention, a.given_name, a.family_name, x.person, f.report, p.reference,
                f.other, b.given_name, b.family_name, y.person, f.other_report, q.reference
              from record.tie f
              join record.mention a on a.id = f.mention join record.report p on p.id = f.report
              join record.mention b on b.id = f.other join record.report q on q.id = f.other_report
              left join lateral (select case when m.same then m.person end as person
                from record.mention_person m where m.mention = f.mention and %m
                order by m.seq desc limit 1) x on true
              left join lateral (select case when m.same then m.person end as person
                from record.mention_person m where m.mention = f.other and %m
                order by m.seq desc limit 1) y on true
              where (f.report = any (:reports) or f.other_report = any (:reports)) and %f
              order by f.source, coalesce(a.source_key, a.id::text),
                coalesce(b.source_key, b.id::text), f.says, f.at desc, f.id desc) said
            order by 5, 1
            """
                .replace("%m", KnownAt.filter("m"))
                .replace("%f", KnownAt.FILTER))
        .param("reports", reports.toArray(UUID[]::new))
        .param("known", known.position())
        .query((row, _) -> tie(row))
        .list();
  }

  /** What was said of somebody: of a mention that means them, or one whom they are said to be. */
  public List<Tie> of(KnownPerson person, KnownAt known) {
    Set<UUID> them = new HashSet<>(Set.of(person.id()));
    person.also().forEach(also -> them.add(also.person()));
    return of(person.events().stream().map(KnownPerson.Event::report).toList(), known).stream()
        .filter(tie -> tie.from().isOf(them) || tie.to().isOf(them))
        .toList();
  }

  /**
   * What was said of two people of whom one of these reports names one, both by the mention that
   * the newest version has of them; of what a source said again, the newest. Who is named no more
   * is left out.
   */
  public List<Tie> ofTheNewest(Collection<UUID> reports) {
    return sql.sql(
            """
            select * from (
              select distinct on (f.source, coalesce(a.source_key, a.id::text),
                  coalesce(b.source_key, b.id::text), f.says)
                f.id, f.says, f.confirmed, f.source, f.at,
                x.id, x.given_name, x.family_name, x.person, f.report, p.reference,
                y.id, y.given_name, y.family_name, y.person, f.other_report, q.reference
              from record.tie f
              join record.mention a on a.id = f.mention join record.report p on p.id = f.report
              join record.mention b on b.id = f.other join record.report q on q.id = f.other_report
              join lateral (select m.id, m.given_name, m.family_name, %p as person
                from record.mention m
                where m.report = f.report and (m.id = a.id or m.source_key = a.source_key) and %n
                order by m.id limit 1) x on true
              join lateral (select m.id, m.given_name, m.family_name, %p as person
                from record.mention m
                where m.report = f.other_report and (m.id = b.id or m.source_key = b.source_key)
                  and %n
                order by m.id limit 1) y on true
              where f.report = any (:reports) or f.other_report = any (:reports)
              order by f.source, coalesce(a.source_key, a.id::text),
                coalesce(b.source_key, b.id::text), f.says, f.at desc, f.id desc) said
            order by 5, 1
            """
                .replace("%p", MEANT)
                .replace("%n", NEWEST))
        .param("reports", reports.toArray(UUID[]::new))
        .query((row, _) -> tie(row))
        .list();
  }

  private static Tie tie(ResultSet row) throws SQLException {
    return new Tie(
        row.getObject(1, UUID.class),
        end(row, 6),
        end(row, 12),
        row.getString(2),
        row.getBoolean(3),
        row.getString(4),
        row.getTimestamp(5).toInstant());
  }

  private static Tie.End end(ResultSet row, int first) throws SQLException {
    return new Tie.End(
        row.getObject(first, UUID.class),
        PersonName.of(row.getString(first + 1), row.getString(first + 2)),
        row.getObject(first + 3, UUID.class),
        row.getObject(first + 4, UUID.class),
        row.getString(first + 5));
  }
}
