package org.heed.server.inspection;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.figures.sampling.Frame;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Frames: identifiers, codes and teams of cases, open to whoever inspects, whatever else of the
 * cases is. Only inside {@link org.heed.server.store.Acts}.
 */
@Repository
public class FrameStore {
  private static final String FIRST_SHOWN =
      "select id, protection from access.first_area_shown(:known, :ids, :areas, :facts)";

  /** Of plans that keep no areas, drawn before rulebooks had them. */
  private static final String BEFORE_RULEBOOKS =
      """
      select id, protection from access.protection_areas(:known, :ids)
      where protection is not null
      """;

  private final JdbcClient sql;

  public FrameStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** A case of a frame. */
  private record Row(UUID id, String area, String kind, String team, String grade) {
    Frame.Unit unit(StrataBy strata, Map<UUID, String> protection) {
      String stratum =
          switch (strata) {
            case NOTHING -> "all";
            case AREA -> area;
            case PROTECTION -> protection.getOrDefault(id, "");
            case KIND -> kind;
            case RISK -> grade;
            case TEAM -> team.replaceAll("\\s+", " ");
          };
      return new Frame.Unit(id.toString(), stratum.isBlank() ? "not-known" : stratum);
    }
  }

  Frame frame(FrameQuestion question) {
    List<Row> rows = rows(question);
    Map<UUID, String> protection =
        question.strata() == StrataBy.PROTECTION ? protection(question, rows) : Map.of();
    return new Frame(rows.stream().map(one -> one.unit(question.strata(), protection)).toList());
  }

  private Map<UUID, String> protection(FrameQuestion question, List<Row> rows) {
    Map<UUID, String> areas = new HashMap<>();
    Protection by = question.protection();
    sql.sql(by.isEmpty() ? BEFORE_RULEBOOKS : FIRST_SHOWN)
        .param("known", question.known().position())
        .param("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
        .params(by.isEmpty() ? Map.of() : Map.of("areas", by.ids(), "facts", by.facts()))
        .query(row -> {
          areas.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return areas;
  }

  /** The area of each case of a frame that is open to the asker, or its team. */
  Map<UUID, String> groups(FrameQuestion question, boolean byTeam) {
    Map<UUID, String> groups = new HashMap<>();
    rows(question).forEach(one -> groups.put(one.id(), byTeam ? one.team().strip() : one.area()));
    return groups;
  }

  /** The case that each reference names, of those that somebody who inspects can draw from. */
  Map<String, UUID> called(List<String> references) {
    Map<String, UUID> cases = new HashMap<>();
    sql.sql("select reference, id from access.cases_called(:numbers, :ids)")
        .param(
            "numbers",
            references.stream().map(one -> one.toUpperCase(Locale.ROOT)).toArray(String[]::new))
        .param("ids", references.stream().flatMap(one -> id(one).stream()).toArray(UUID[]::new))
        .query(row -> {
          cases.put(row.getString(1), row.getObject(2, UUID.class));
        });
    Map<String, UUID> called = new HashMap<>();
    for (String one : references) {
      UUID found = cases.get(id(one).map(UUID::toString).orElse(one.toUpperCase(Locale.ROOT)));
      if (found != null) {
        called.put(one, found);
      }
    }
    return called;
  }

  /** The identifier that a reference is; one that is written short is none. */
  private static Optional<UUID> id(String reference) {
    try {
      UUID id = UUID.fromString(reference);
      return id.toString().equalsIgnoreCase(reference) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** Those of some cases that are open to the asker now. */
  List<UUID> open(List<UUID> ids) {
    return sql.sql("select id from record.case_file where id = any (:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  private List<Row> rows(FrameQuestion question) {
    List<String> areas = question.areas();
    return sql.sql(
            """
            select id, area, kind, team, grade
            from access.inspection_frame(cast(:known as bigint), cast(:area as text), cast(:areas as text[]), :since, :until)
            """)
        .param("known", question.known().position())
        .param("area", question.area())
        .param("areas", areas == null ? null : areas.toArray(String[]::new))
        .param("since", Timestamp.from(question.since()))
        .param("until", Timestamp.from(question.until()))
        .query((row, _) ->
            new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)))
        .list();
  }
}
