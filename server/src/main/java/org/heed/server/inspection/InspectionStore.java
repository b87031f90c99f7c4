package org.heed.server.inspection;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.figures.sampling.Frame;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Inspections as drawn. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class InspectionStore {
  private final JdbcClient sql;

  public InspectionStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** The newest first. */
  List<Inspection> list() {
    return sql
        .sql("select id from record.inspection order by at desc, id")
        .query((row, _) -> row.getObject(1, UUID.class))
        .list()
        .stream()
        .flatMap(id -> find(id).stream())
        .toList();
  }

  /** What each is called. */
  Map<UUID, String> titles() {
    Map<UUID, String> titles = new LinkedHashMap<>();
    sql.sql("select id, title from record.inspection")
        .query(row -> {
          titles.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return titles;
  }

  Optional<Inspection> find(UUID id) {
    return sql.sql(
            """
            select id, title, criteria, rulebook, scale, good_enough, area, string_to_array(areas, ','),
              since, until, strata_by, known_at, known_position, frame_hash, seed, parts, by_account, at,
              origin, protection
            from record.inspection where id = :id
            """)
        .param("id", id)
        .query((row, _) -> inspection(row))
        .optional();
  }

  /** The frame that was kept with a draw; empty where it was drawn before frames were kept. */
  Optional<Frame> frame(UUID id) {
    return sql.sql(
            "select frame_lines from record.inspection where id = :id and frame_lines is not null")
        .param("id", id)
        .query((row, _) -> Frame.parse(row.getString(1)))
        .optional();
  }

  private Inspection inspection(ResultSet row) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    return new Inspection(
        id,
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Scale.parse(row.getString(5), row.getString(6)),
        new FrameQuestion(
            row.getString(7),
            texts(row.getArray(8)),
            row.getTimestamp(9).toInstant(),
            row.getTimestamp(10).toInstant(),
            StrataBy.parse(row.getString(11)),
            Protection.parse(row.getString(20)),
            new KnownAt(row.getTimestamp(12).toInstant(), row.getLong(13))),
        row.getString(14),
        row.getString(15),
        Part.list(row.getString(16)),
        row.getObject(17, UUID.class),
        row.getTimestamp(18).toInstant(),
        row.getString(19),
        criteria(id),
        strata(id),
        cases(id),
        graders(id));
  }

  private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? null : Arrays.asList((String[]) array.getArray());
  }

  private List<Inspection.Criterion> criteria(UUID id) {
    return sql.sql(
            """
            select criterion, title, says, unit, standards from record.inspection_criterion
            where inspection = :id order by place
            """)
        .param("id", id)
        .query((row, _) ->
            new Inspection.Criterion(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4).equals("force"),
                row.getString(5).isEmpty() ? Set.of() : Set.of(row.getString(5).split(","))))
        .list();
  }

  private List<Inspection.Stratum> strata(UUID id) {
    return sql.sql(
            """
            select stratum, population, drawn from record.inspection_stratum
            where inspection = :id order by stratum
            """)
        .param("id", id)
        .query((row, _) -> new Inspection.Stratum(row.getString(1), row.getInt(2), row.getInt(3)))
        .list();
  }

  private List<Inspection.Drawn> cases(UUID id) {
    return sql.sql(
            """
            select case_file, stratum, place from record.inspection_case
            where inspection = :id order by place
            """)
        .param("id", id)
        .query((row, _) ->
            new Inspection.Drawn(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
        .list();
  }

  private List<Inspection.Grader> graders(UUID id) {
    return sql.sql(
            """
            select g.part, g.account,
              coalesce((select n.display_name from access.names(array[g.account]) n), ''), g.until
            from (
              select distinct on (account) part, account, until, by_account from record.inspection_grader
              where inspection = :id order by account, at desc, until, entry) g
            where g.by_account <> g.account
            order by g.part, 3, g.account
            """)
        .param("id", id)
        .query((row, _) ->
            new Inspection.Grader(
                Part.find(row.getString(1)).orElseThrow(),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getTimestamp(4).toInstant()))
        .list();
  }

  /** Those who may be named as graders. */
  Map<UUID, String> inspectors() {
    Map<UUID, String> found = new LinkedHashMap<>();
    sql.sql("select id, display_name from access.inspectors()")
        .query(row -> {
          found.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return found;
  }
}
