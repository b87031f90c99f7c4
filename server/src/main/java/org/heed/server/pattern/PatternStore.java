package org.heed.server.pattern;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.decision.Decision;
import org.heed.linkage.decision.DecisionLog;
import org.heed.linkage.decision.IdentityView;
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

  /** That a report speaks of somebody or something. */
  record Mentioned(
      UUID report,
      Instant at,
      boolean missing,
      String part,
      @Nullable String entity,
      @Nullable UUID thing,
      boolean refused,
      @Nullable String place) {
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
                row.getBoolean(7),
                row.getString(8)))
        .list();
  }

  /** Who is who among these people, by what was decided. */
  IdentityView identities(Collection<String> people) {
    Set<String> all = new LinkedHashSet<>(people);
    DecisionLog log = new DecisionLog();
    sql.sql("select a, b, verdict, at from access.identities_to_find()")
        .query(row -> {
          Verdict verdict = Verdict.valueOf(row.getString(3).toUpperCase(Locale.ROOT));
          String a = row.getString(1);
          String b = row.getString(2);
          all.add(a);
          all.add(b);
          Instant at = row.getTimestamp(4).toInstant();
          log.append(new Decision(verdict, a, b, "somebody", at, "not told here", "", ""));
        });
    return log.asOf(log.size(), all);
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

  /** The reports of the newest finding of each pattern and entity. */
  Map<String, Set<UUID>> newest() {
    Map<String, Set<UUID>> newest = new HashMap<>();
    sql.sql(
            """
            select n.pattern || ' ' || n.entity, r.report from (
              select distinct on (pattern, entity) pattern, entity, id from record.pattern
              order by pattern, entity, found_at desc, id desc) n
            join record.pattern_report r on r.pattern = n.id
            """)
        .query(row -> {
          newest
              .computeIfAbsent(row.getString(1), _ -> new LinkedHashSet<>())
              .add(row.getObject(2, UUID.class));
        });
    return newest;
  }

  private static final String SELECT =
      """
      select p.id, p.pattern, p.entity, p.counted, p.degree, p.as_many, p.shuffled, p.false_share,
        p.found_at, p.says, p.rulebook
      from record.pattern p
      """;

  /**
   * The newest finding of each pattern and entity; decided on or not, the one with the newest
   * report first. How rare it is never puts one child before another.
   *
   * @param kind null: every one
   */
  List<FoundPattern> list(boolean decided, @Nullable Pattern kind, int most) {
    return sql.sql(
            SELECT
                + """
                where not exists (select 1 from record.pattern n
                    where n.pattern = p.pattern and n.entity = p.entity and n.found_at > p.found_at)
                  and exists (select 1 from record.pattern_decision d where d.pattern = p.id) = :decided
                  and (cast(:kind as text) is null or p.pattern = :kind)
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
    return sql.sql(SELECT + " where p.id = :id")
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
    UUID centre =
        key ? mention(entity, reports) : UUID.fromString(entity.substring(entity.indexOf(':') + 1));
    return new FoundPattern(
        id,
        Pattern.parse(row.getString(2)),
        label(entity, centre),
        centre,
        !key,
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
            "select id from record.thing_mention where report = any (:reports) and kind = :kind and exact = :exact limit 1")
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
              "select given_name, family_name from record.person_version where person = :id order by version desc limit 1")
          .param("id", centre)
          .query((row, _) -> PersonName.of(row.getString(1), row.getString(2)))
          .optional()
          .orElse("A person not open to you");
    }
    List<String> label = new ArrayList<>();
    sql.sql(
            entity.startsWith("thing:")
                ? "select label from record.thing where id = :id"
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
            where f.pattern = :pattern order by f.seq desc
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
            """
            select count(*) from record.pattern p
            where not exists (select 1 from record.pattern n
                where n.pattern = p.pattern and n.entity = p.entity and n.found_at > p.found_at)
              and not exists (select 1 from record.pattern_decision d where d.pattern = p.id)
            """)
        .query(Long.class)
        .single();
  }
}
