package org.heed.server.inspection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.heed.rulebook.Standard;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Reads how every open case stands now, from what Heed keeps of that as facts come and moments
 * pass.
 */
@Service
public class CasesNowReader {
  private final Acts acts;
  private final InspectionStore inspections;
  private final GradingStore gradings;
  private final RulebookInForce rulebook;
  private final JdbcClient sql;

  public CasesNowReader(
      Acts acts,
      InspectionStore inspections,
      GradingStore gradings,
      RulebookInForce rulebook,
      Databases databases) {
    this.acts = acts;
    this.inspections = inspections;
    this.gradings = gradings;
    this.rulebook = rulebook;
    this.sql = JdbcClient.create(databases.app());
  }

  private record Standing(int open, int behind, @Nullable Instant at) {}

  /** As it stands. Cases of the sample that are named are in the look. */
  public CasesNow read(Caller caller) {
    caller.require(Right.INSPECT);
    return acts.look(
        caller,
        "inspection.cases-now-read",
        "inspect",
        () -> {
          Map<String, String> titles = titles();
          Standing standing = standing();
          Optional<Inspection> sample = latest();
          Map<UUID, Set<String>> missed = sample.map(one -> missed(one, titles)).orElse(Map.of());
          List<Population.Disagrees> disagree = new ArrayList<>();
          int compared = 0;
          if (sample.isPresent()) {
            Grades grades = gradings.grades(sample.get().id());
            for (Inspection.Drawn drawn : sample.get().cases()) {
              Set<String> of = missed.get(drawn.caseFile());
              Optional<String> grade =
                  grades
                      .settled(sample.get(), drawn.caseFile(), Inspection.OVERALL)
                      .filter(one -> !one.equals(Scale.CANNOT_TELL));
              if (of != null && grade.isPresent()) {
                compared++;
                boolean poor = sample.get().scale().isWanting(grade.get());
                if (poor == of.isEmpty()) {
                  disagree.add(new Population.Disagrees(drawn, grade.get(), poor, List.copyOf(of)));
                }
              }
            }
          }
          Set<UUID> shown = new LinkedHashSet<>();
          sample.ifPresent(one -> shown.add(one.id()));
          disagree.forEach(one -> shown.add(one.drawn().caseFile()));
          return new Acts.Seen<>(
              new CasesNow(
                  standing.open(),
                  standing.behind(),
                  standing.at(),
                  standards(titles),
                  sample,
                  compared,
                  sample.map(one -> gradings.leftOut(one.id())).orElse(0),
                  disagree),
              shown);
        });
  }

  private Map<String, String> titles() {
    Map<String, String> titles = new HashMap<>();
    for (Standard one : rulebook.rulebook().standards()) {
      titles.put(one.id(), one.title());
    }
    return titles;
  }

  private Standing standing() {
    return sql.sql("select open, behind, at from access.cases_now()")
        .query((row, _) -> {
          Timestamp at = row.getTimestamp(3);
          return new Standing(row.getInt(1), row.getInt(2), at == null ? null : at.toInstant());
        })
        .single();
  }

  private List<CasesNow.OfStandard> standards(Map<String, String> titles) {
    return sql
        .sql("select standard, asked, missed, late, due from access.standards_now()")
        .query((row, _) ->
            new CasesNow.OfStandard(
                titles.getOrDefault(row.getString(1), row.getString(1)),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5)))
        .list()
        .stream()
        .sorted(Comparator.comparing(CasesNow.OfStandard::title))
        .toList();
  }

  /**
   * The latest sample that inspectors graded some of, as far as that is open to the asker or would
   * be, were cases not restricted to others.
   */
  private Optional<Inspection> latest() {
    return inspections.list().stream()
        .filter(
            one -> !one.isBrought() && Part.INDEPENDENT.stream().anyMatch(one.parts()::contains))
        .filter(one ->
            !gradings.grades(one.id()).gradings().isEmpty() || gradings.leftOut(one.id()) > 0)
        .findFirst();
  }

  /** Of the cases drawn that are open still, which standards were missed; by title. */
  private Map<UUID, Set<String>> missed(Inspection one, Map<String, String> titles) {
    Map<UUID, Set<String>> missed = new HashMap<>();
    sql.sql("select case_file, standard from access.missed_now(:id)")
        .param("id", one.id())
        .query(row -> {
          Set<String> of =
              missed.computeIfAbsent(row.getObject(1, UUID.class), _ -> new TreeSet<>());
          String standard = row.getString(2);
          if (standard != null) {
            of.add(titles.getOrDefault(standard, standard));
          }
        });
    return missed;
  }
}
