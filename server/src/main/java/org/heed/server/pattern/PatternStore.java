package org.heed.server.pattern;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.decision.Decision;
import org.heed.linkage.decision.Verdict;
import org.heed.linkage.network.Pattern;
import org.heed.server.person.PersonName;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The patterns' queries. Only inside {@link org.heed.server.store.Acts}. */
final class PatternStore {
  private final JdbcClient sql;

  PatternStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /**
   * That a report speaks of somebody or something.
   *
   * @param alike of a child, equal where name and date of birth are written alike
   * @param refused things that it was said not to be
   * @param apart whether it was said not to be another that is written by the same key
   */
  record Mentioned(
      UUID report,
      Instant at,
      boolean missing,
      String part,
      @Nullable String entity,
      @Nullable UUID thing,
      @Nullable String place,
      UUID mention,
      @Nullable String alike,
      Set<UUID> refused,
      boolean apart) {
    @Override
    public String toString() {
      return "Mentioned[" + part + "]";
    }
  }

  List<Mentioned> mentions(Instant since) {
    return sql.sql("select * from access.events_to_find(cast(:since as timestamptz))")
        .param("since", since.toString())
        .query((row, _) ->
            new Mentioned(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                row.getBoolean(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getString(9),
                ids(row.getArray(10)),
                row.getBoolean(11)))
        .list();
  }

  private static Set<UUID> ids(@Nullable Array array) throws SQLException {
    Set<UUID> ids = new HashSet<>();
    if (array != null) {
      for (Object one : (@Nullable Object[]) array.getArray()) {
        if (one instanceof UUID id) {
          ids.add(id);
        }
      }
    }
    return ids;
  }

  /**
   * Two who are one as far as Heed can tell, or whom somebody said not to be.
   *
   * @param by reports whose words say so
   */
  record Likely(String a, String b, boolean same, Set<UUID> by) {}

  /** What nobody decided and is as likely as that, the likeliest first. */
  List<Likely> likely(double weight) {
    return sql.sql("select a, b, same, by_a, by_b from access.likely_to_find(:weight)")
        .param("weight", weight)
        .query((row, _) -> {
          Set<UUID> by = new LinkedHashSet<>();
          by.add(row.getObject(4, UUID.class));
          by.add(row.getObject(5, UUID.class));
          by.remove(null);
          return new Likely(row.getString(1), row.getString(2), row.getBoolean(3), by);
        })
        .list();
  }

  /** What was decided on who is who, in the order in which it counts. */
  List<Decision> identities() {
    List<Decision> decisions = new ArrayList<>();
    sql.sql("select a, b, verdict from access.identities_to_find()")
        .query(row -> {
          Verdict verdict = Verdict.valueOf(row.getString(3).toUpperCase(Locale.ROOT));
          decisions.add(said(verdict, row.getString(1), row.getString(2)));
        });
    return decisions;
  }

  /** A decision whose maker and reason are not told here. */
  static Decision said(Verdict verdict, String a, String b) {
    return new Decision(verdict, a, b, "somebody", Instant.EPOCH, "not told here", "", "");
  }

  /** A row of what groups there are: a suspect of one, or a report that it rests on. */
  record OfGroup(UUID decision, @Nullable String person, @Nullable UUID report) {}

  List<OfGroup> groups() {
    return sql.sql("select decision, person, report from access.groups_to_find()")
        .query((row, _) ->
            new OfGroup(
                row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class)))
        .list();
  }

  /**
   * A finding of before.
   *
   * @param ended whether a later look did not find it
   */
  record Known(UUID id, String pattern, String entity, boolean ended, Set<UUID> reports) {}

  /** Findings by pattern and entity, in the order in which they were found. */
  Map<String, List<Known>> known() {
    Map<UUID, Known> all = new LinkedHashMap<>();
    sql.sql(
            """
            select p.id, p.pattern, p.entity, exists (
                select 1 from record.pattern e where e.as_before = p.id and e.counted = 0), r.report
            from record.pattern p join record.pattern_report r on r.pattern = p.id
            where p.counted > 0 order by p.found_at, p.id
            """)
        .query(row -> {
          UUID id = row.getObject(1, UUID.class);
          String pattern = row.getString(2);
          String entity = row.getString(3);
          boolean ended = row.getBoolean(4);
          all.computeIfAbsent(id, _ -> new Known(id, pattern, entity, ended, new HashSet<>()))
              .reports()
              .add(row.getObject(5, UUID.class));
        });
    Map<String, List<Known>> known = new LinkedHashMap<>();
    for (Known one : all.values()) {
      known.computeIfAbsent(one.pattern() + " " + one.entity(), _ -> new ArrayList<>()).add(one);
    }
    return known;
  }

  private static final String SELECT =
      """
      select p.id, p.pattern, p.entity, p.counted, p.degree, p.as_many, p.shuffled, p.false_share,
        p.found_at, p.says, p.rulebook, p.unconfirmed, (
          select min(e.found_at) from record.pattern e where e.as_before = p.id and e.counted = 0)
      from record.pattern p
      """;

  /** That {@code p} is the newest finding and a later look, if there was one, found it too. */
  private static final String NEWEST =
      """
      p.counted > 0 and not exists (
        select 1 from record.pattern n
        where n.pattern = p.pattern and n.entity = p.entity and n.counted > 0
          and n.found_at > p.found_at)
      """;

  private static final String ENDED =
      "exists (select 1 from record.pattern e where e.as_before = p.id and e.counted = 0)";

  /** Decided on, as it is or as it was found before with the same reports. */
  private static final String DECIDED =
      "exists (select 1 from record.pattern_decision d where d.pattern in (p.id, p.as_before))";

  /**
   * The newest finding of each pattern and entity; decided on or not, the one with the newest
   * report first. How rare it is never puts one child before another.
   *
   * @param kind null: every one
   */
  List<FoundPattern> list(boolean decided, @Nullable Pattern kind, int most) {
    return sql.sql(
            SELECT
                + (" where " + NEWEST + " and (:decided or not " + ENDED + ") and " + DECIDED)
                + """
                   = :decided and (cast(:kind as text) is null or p.pattern = :kind)
                order by (select max(coalesce(v.occurred_from, v.recorded_at))
                          from record.pattern_report x
                          join record.report_version v on v.report = x.report
                          where x.pattern = p.id) desc, p.id
                limit :most
                """)
        .param("decided", decided)
        .param("kind", kind == null ? null : kind.code())
        .param("most", most)
        .query((row, _) -> found(row))
        .list();
  }

  Optional<FoundPattern> find(UUID id) {
    return sql.sql(SELECT + " where p.id = :id and p.counted > 0")
        .param("id", id)
        .query((row, _) -> found(row))
        .optional();
  }

  int decisions(UUID pattern) {
    return sql.sql(
            "select coalesce(max(seq), 0) from record.pattern_decision where pattern = :pattern")
        .param("pattern", pattern)
        .query(Integer.class)
        .single();
  }

  private FoundPattern found(ResultSet row) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    String entity = row.getString(3);
    List<FoundPattern.Told> reports = reports(id);
    boolean key = entity.startsWith("key:");
    Instant ended = row.getTimestamp(13) == null ? null : row.getTimestamp(13).toInstant();
    UUID of =
        key ? mention(entity, reports) : UUID.fromString(entity.substring(entity.indexOf(':') + 1));
    UUID centre = entity.startsWith("mention:") ? reports.getFirst().report() : of;
    return new FoundPattern(
        id,
        Pattern.parse(row.getString(2)),
        label(entity, of),
        centre,
        !key,
        Unconfirmed.of(row.getString(12)),
        ended,
        row.getInt(4),
        row.getInt(5),
        row.getLong(6),
        row.getLong(7),
        row.getDouble(8),
        row.getTimestamp(9).toInstant(),
        String.valueOf(row.getString(10)),
        String.valueOf(row.getString(11)),
        reports,
        decided(id));
  }

  private List<FoundPattern.Told> reports(UUID pattern) {
    return sql.sql(
            """
            select r.id, r.reference, coalesce(v.occurred_from, v.recorded_at) as at
            from record.pattern_report x join record.report r on r.id = x.report
            join record.report_version v on v.report = r.id and v.version = (
              select max(n.version) from record.report_version n where n.report = r.id)
            where x.pattern = :pattern order by at, r.id
            """)
        .param("pattern", pattern)
        .query((row, _) ->
            new FoundPattern.Told(
                row.getObject(1, UUID.class), row.getString(2), row.getTimestamp(3).toInstant()))
        .list();
  }

  /**
   * A mention in these reports that writes the key; one of the reports where none does any more.
   */
  private UUID mention(String entity, List<FoundPattern.Told> reports) {
    int kind = entity.indexOf(':') + 1;
    int exact = entity.indexOf(':', kind) + 1;
    return sql.sql(
            "select id from record.thing_mention where report = any (:reports) and kind = :kind and"
                + " exact = :exact limit 1")
        .param("reports", reports.stream().map(FoundPattern.Told::report).toArray(UUID[]::new))
        .param("kind", entity.substring(kind, exact - 1))
        .param("exact", entity.substring(exact))
        .query(UUID.class)
        .optional()
        .orElseGet(() -> reports.getFirst().report());
  }

  private String label(String entity, UUID centre) {
    if (entity.startsWith("person:")) {
      return sql.sql(
              "select given_name, family_name from record.person_version where person = :id order"
                  + " by version desc limit 1")
          .param("id", centre)
          .query((row, _) -> PersonName.of(row.getString(1), row.getString(2)))
          .optional()
          .orElse("A person not open to you");
    }
    if (entity.startsWith("mention:")) {
      return sql.sql("select given_name, family_name from record.mention where id = :id")
          .param("id", centre)
          .query((row, _) -> PersonName.of(row.getString(1), row.getString(2)))
          .optional()
          .orElse("A child who is not named");
    }
    List<String> label = new ArrayList<>();
    sql.sql(
            entity.startsWith("thing:")
                ? "select record.thing_label(id) from record.thing where id = :id"
                : "select written from record.thing_mention where id = :id")
        .param("id", centre)
        .query(row -> {
          label.add(row.getString(1));
        });
    return label.isEmpty() ? "Something that is no longer written so" : label.getFirst();
  }

  private List<FoundPattern.Decided> decided(UUID pattern) {
    return sql.sql(
            """
            select f.decided_at, n.display_name, f.decision = 'look-into', f.reason
            from record.pattern_decision f
            cross join lateral access.decided(f.entry) d
            left join lateral access.names(array[d.actor]) n on true
            where f.pattern = :pattern
              or f.pattern = (select p.as_before from record.pattern p where p.id = :pattern)
            order by f.decided_at desc, f.seq desc
            """)
        .param("pattern", pattern)
        .query((row, _) ->
            new FoundPattern.Decided(
                row.getTimestamp(1).toInstant(),
                String.valueOf(row.getString(2)),
                row.getBoolean(3),
                row.getString(4)))
        .list();
  }

  /** How many wait for a decision. */
  long waiting() {
    return sql.sql(
            ("select count(*) from record.pattern p where " + NEWEST)
                + (" and not " + ENDED + " and not " + DECIDED))
        .query(Long.class)
        .single();
  }
}
