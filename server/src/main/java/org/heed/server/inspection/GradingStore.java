package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Grades, as row security shows them: one's own, and others' once every part has graded. Only
 * inside {@link org.heed.server.store.Acts}.
 */
@Repository
public class GradingStore {
  private final JdbcClient sql;

  public GradingStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  Grades grades(UUID inspection) {
    Map<UUID, Map<String, Grading.Given>> given = new HashMap<>();
    sql.sql(
            """
            select x.grading, x.criterion, x.grade, x.reason
            from record.inspection_grading g join record.inspection_grade x on x.grading = g.id
            where g.inspection = :id
            """)
        .param("id", inspection)
        .query(row -> {
          given
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashMap<>())
              .put(row.getString(2), new Grading.Given(row.getString(3), row.getString(4)));
        });
    Map<UUID, List<Grading.Correction>> corrections = corrections(inspection);
    Map<UUID, List<Grading.Passage>> passages = passages(inspection);
    List<Grading> gradings =
        sql.sql(
                """
                select g.id, g.case_file, g.part, g.by_account,
                  coalesce((select n.display_name from access.names(array[g.by_account]) n), ''), g.at
                from record.inspection_grading g where g.inspection = :id order by g.at, g.id
                """)
            .param("id", inspection)
            .query((row, _) -> {
              UUID id = row.getObject(1, UUID.class);
              return new Grading(
                  id,
                  row.getObject(2, UUID.class),
                  Part.find(row.getString(3)).orElseThrow(),
                  row.getObject(4, UUID.class),
                  row.getString(5),
                  row.getTimestamp(6).toInstant(),
                  given.getOrDefault(id, Map.of()),
                  corrections.getOrDefault(id, List.of()),
                  passages.getOrDefault(id, List.of()));
            })
            .list();
    return new Grades(gradings, resolutions(inspection));
  }

  private Map<UUID, List<Grading.Correction>> corrections(UUID inspection) {
    Map<UUID, List<Grading.Correction>> corrections = new HashMap<>();
    sql.sql(
            """
            select c.grading, c.criterion, c.seq, c.grade, c.reason, c.why, c.at
            from record.inspection_grading g join record.inspection_correction c on c.grading = g.id
            where g.inspection = :id order by c.at, c.seq
            """)
        .param("id", inspection)
        .query(row -> {
          corrections
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new Grading.Correction(
                      row.getString(2),
                      row.getInt(3),
                      row.getString(4),
                      row.getString(5),
                      row.getString(6),
                      row.getTimestamp(7).toInstant()));
        });
    return corrections;
  }

  private Map<UUID, List<Grading.Passage>> passages(UUID inspection) {
    Map<UUID, List<Grading.Passage>> passages = new HashMap<>();
    sql.sql(
            """
            select p.grading, p.criterion, p.record, p.source, p.start_at, p.end_at, p.quote
            from record.inspection_grading g join record.inspection_passage p on p.grading = g.id
            where g.inspection = :id order by p.criterion, p.place
            """)
        .param("id", inspection)
        .query(row -> {
          passages
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new Grading.Passage(
                      row.getString(2),
                      row.getObject(3, UUID.class),
                      row.getString(4),
                      row.getInt(5),
                      row.getInt(6),
                      row.getString(7)));
        });
    return passages;
  }

  private List<Grading.Resolution> resolutions(UUID inspection) {
    return sql.sql(
            """
            select r.case_file, r.criterion, r.seq, r.grade, r.reason,
              coalesce((select n.display_name from access.names(array[r.by_account]) n), ''), r.at
            from record.inspection_resolution r where r.inspection = :id order by r.at, r.seq
            """)
        .param("id", inspection)
        .query((row, _) ->
            new Grading.Resolution(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getTimestamp(7).toInstant()))
        .list();
  }

  /**
   * How many cases open to the asker they have to grade while their time lasts, and nobody in their
   * part has.
   */
  long waiting() {
    return sql.sql(
            """
            select count(*) from access.grades_now() g
            join record.inspection_case c on c.inspection = g.inspection
            where exists (select 1 from record.case_file f where f.id = c.case_file)
              and not exists (select 1 from access.graded_so_far(c.inspection) d
                where d.case_file = c.case_file and d.part = g.part)
            """)
        .query(Long.class)
        .single();
  }

  /** Cases drawn that are closed to the asker now. */
  Set<UUID> closed(UUID inspection) {
    return new HashSet<>(
        sql.sql(
                """
                select d.case_file from record.inspection_case d
                where d.inspection = :id
                  and not exists (select 1 from record.case_file c where c.id = d.case_file)
                """)
            .param("id", inspection)
            .query((row, _) -> row.getObject(1, UUID.class))
            .list());
  }

  /** How many cases drawn are restricted, themselves or by a report in them, to others. */
  int restricted(UUID inspection) {
    return sql.sql(
            """
            select count(*) from record.inspection_case d
            where d.inspection = :id and d.case_file in (select access.cases_closed_to_me())
            """)
        .param("id", inspection)
        .query(Integer.class)
        .single();
  }

  /**
   * Of how many cases grades would be open to the asker, were the cases not restricted to others:
   * whatever is counted of grades leaves so many out.
   */
  int leftOut(UUID inspection) {
    return sql.sql("select access.graded_cases_closed(:id)")
        .param("id", inspection)
        .query(Integer.class)
        .single();
  }

  /** Whether a case is open to the asker now. */
  boolean isOpen(UUID caseFile) {
    return sql.sql("select exists (select 1 from record.case_file where id = :case)")
        .param("case", caseFile)
        .query(Boolean.class)
        .single();
  }

  /** That a part has graded something, without how. */
  record Done(@Nullable UUID caseFile, Part part) {}

  Set<Done> done(UUID inspection) {
    return new HashSet<>(
        sql.sql("select case_file, part from access.graded_so_far(:id)")
            .param("id", inspection)
            .query((row, _) ->
                new Done(row.getObject(1, UUID.class), Part.find(row.getString(2)).orElseThrow()))
            .list());
  }
}
