package org.heed.server.thing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.report.NewThing;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The things' queries. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class ThingStore {
  /** What a mention is said to be of, as table {@code l}, for a mention aliased {@code m}. */
  private static final String MEANT =
      """
      left join lateral (
        select x.thing from record.mention_thing x
        where x.mention = m.id and x.same and not exists (
          select 1 from record.mention_thing u
          where u.mention = x.mention and u.thing = x.thing and u.seq > x.seq)
        order by x.seq desc limit 1) l on true
      """;

  private static final String SELECT =
      """
      select m.id, m.report, r.reference, r.area, m.kind, m.written, m.detail, m.exact, m.loose,
        coalesce(v.occurred_from, v.recorded_at) as at, l.thing,
        case when t.id is not null then record.thing_label(t.id) end as label
      from record.thing_mention m
      join record.report r on r.id = m.report
      join record.report_version v on v.report = m.report and v.version = m.version
      """
          + MEANT
          + "left join record.thing t on t.id = l.thing\n";

  /** Of the newest version alone that says what things there are. */
  private static final String STANDS =
      """
      not exists (select 1 from record.report_version n
        where n.report = m.report and n.version > m.version and n.things is not null)
      """;

  private final JdbcClient sql;

  public ThingStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** What reports write that has either key, the newest first. */
  List<ThingSaid> keyed(ThingKind kind, String exact, String loose, int most) {
    return sql.sql(
            SELECT
                + " where m.kind = :kind and (m.exact = :exact or m.loose = :loose) and "
                + STANDS
                + " order by at desc, m.id limit :most")
        .param("kind", kind.code())
        .param("exact", exact)
        .param("loose", loose)
        .param("most", most)
        .query((row, _) -> said(row))
        .list();
  }

  /** What reports write that has all these pieces, the newest first. */
  List<ThingSaid> pieced(ThingKind kind, Set<String> pieces, int most) {
    StringBuilder where = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      where
          .append(" and m.id in (select p.mention from record.thing_piece p where p.piece = :p")
          .append(i)
          .append(" and p.kind = :kind)");
    }
    JdbcClient.StatementSpec query =
        sql.sql(
            SELECT
                + " where m.kind = :kind and "
                + STANDS
                + where
                + " order by at desc, m.id limit :most");
    int number = 0;
    for (String piece : pieces) {
      query = query.param("p" + number++, piece);
    }
    return query.param("kind", kind.code()).param("most", most).query((row, _) -> said(row)).list();
  }

  /** What reports write that is said to be of a thing, the newest first. */
  List<ThingSaid> events(UUID thing) {
    return sql.sql(
            SELECT
                + " where m.id in (select x.mention from record.mention_thing x where x.thing ="
                + " :thing and x.same) and l.thing = :thing and "
                + STANDS
                + " order by at desc, m.id")
        .param("thing", thing)
        .query((row, _) -> said(row))
        .list();
  }

  Optional<ThingSaid> mention(UUID mention) {
    return sql.sql(SELECT + " where m.id = :mention")
        .param("mention", mention)
        .query((row, _) -> said(row))
        .optional();
  }

  record Known(ThingKind kind, String label) {}

  Optional<Known> thing(UUID thing) {
    return sql.sql("select kind, record.thing_label(id) from record.thing where id = :thing")
        .param("thing", thing)
        .query((row, _) -> new Known(ThingKind.parse(row.getString(1)), row.getString(2)))
        .optional();
  }

  /** How many decisions a mention has had. */
  int decisions(UUID mention) {
    return sql.sql(
            "select coalesce(max(seq), 0) from record.mention_thing where mention = :mention")
        .param("mention", mention)
        .query(Integer.class)
        .single();
  }

  /**
   * What a mention was last said not to be.
   *
   * @param things of the record
   * @param mentions of other reports
   */
  record Refused(Set<UUID> things, Set<UUID> mentions) {}

  Refused refused(UUID mention) {
    List<UUID> things = new ArrayList<>();
    List<UUID> mentions = new ArrayList<>();
    sql.sql(
            """
            select thing, other from (
              select distinct on (thing, other) thing, other, same from record.mention_thing
              where mention = :mention order by thing, other, seq desc) newest
            where not same
            """)
        .param("mention", mention)
        .query(row -> {
          UUID thing = row.getObject(1, UUID.class);
          UUID other = row.getObject(2, UUID.class);
          if (thing != null) {
            things.add(thing);
          }
          if (other != null) {
            mentions.add(other);
          }
        });
    return new Refused(Set.copyOf(things), Set.copyOf(mentions));
  }

  List<KnownThing.Decided> decided(UUID thing) {
    return sql.sql(
            """
            select d.at, n.display_name, f.same, f.reason, f.because, f.report, r.reference
            from record.mention_thing f join record.report r on r.id = f.report
            cross join lateral access.decided(f.entry) d
            left join lateral access.names(array[d.actor]) n on true
            where f.thing = :thing order by d.at desc, f.entry, f.ordinal
            """)
        .param("thing", thing)
        .query((row, _) ->
            new KnownThing.Decided(
                row.getTimestamp(1).toInstant(),
                String.valueOf(row.getString(2)),
                row.getBoolean(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(7)))
        .list();
  }

  /** A mention of an earlier version, and a decision on it. */
  record Decision(
      UUID mention,
      NewThing said,
      @Nullable UUID thing,
      @Nullable UUID other,
      boolean same,
      @Nullable String because) {
    @Override
    public String toString() {
      return "Decision[" + mention + "]";
    }
  }

  /** What was last said of the things of a report's newest version before one that says any. */
  List<Decision> before(UUID report, int version) {
    return sql.sql(
            """
            select m.id, m.kind, m.written, m.detail, m.source_key, f.thing, f.other, f.same, f.because
            from record.thing_mention m
            join (select distinct on (d.mention, d.thing, d.other) d.*
                  from record.mention_thing d where d.report = :report
                  order by d.mention, d.thing, d.other, d.seq desc) f on f.mention = m.id
            where m.report = :report and m.version = (
              select max(n.version) from record.report_version n
              where n.report = :report and n.version < :version and n.things is not null)
            order by m.id, f.seq
            """)
        .param("report", report)
        .param("version", version)
        .query((row, _) ->
            new Decision(
                row.getObject(1, UUID.class),
                new NewThing(
                    ThingKind.parse(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                row.getBoolean(8),
                row.getString(9)))
        .list();
  }

  /** Those of these things that the asker may see. */
  Set<UUID> open(Collection<UUID> things) {
    return Set.copyOf(
        sql.sql("select id from record.thing where id = any (:things)")
            .param("things", things.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  private static ThingSaid said(ResultSet row) throws SQLException {
    return new ThingSaid(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        ThingKind.parse(row.getString(5)),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getTimestamp(10).toInstant(),
        row.getObject(11, UUID.class),
        row.getString(12));
  }
}
