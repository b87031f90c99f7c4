package org.heed.server.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.rulebook.OffenceClass;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.demo.DemoForce;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.publication.counted.Dimension;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.heed.simulator.ForceParameters;
import org.heed.simulator.Scenario;
import org.junit.jupiter.api.Test;

/** The records behind a number, from memory against those that the database finds. */
class MemoryLineageTest {
  private static final LocalDate END = ForceParameters.DEFAULT_END;

  @Test
  void recordsBehindANumber_areThoseOfTheDatabase_andThoseBehindItsPartsAddUp()
      throws SQLException {
    RulebookInForce rulebook = RulebookInForce.load(Path.of("../rulebooks/england-wales"));
    ForceParameters force =
        new ForceParameters(5, 150, END.minusMonths(14), END, Scenario.ALL.getFirst());
    try (ServerFixture server = ServerFixture.create()) {
      new DemoForce(server.databases(), server.key(), rulebook, force).load(_ -> {});
      CountedRecord record = CountedRecord.of(server.databases());
      FigureStore store = new FigureStore(server.databases());
      KnownPositions positions = new KnownPositions(server.databases());
      Caller analyst = server.someone(Right.FIGURES, Right.PSEUDONYMISED);
      long parts =
          server
              .acts()
              .plain(
                  analyst,
                  () -> {
                    record.readOn();
                    long seen = 0;
                    for (Unit unit : Unit.values()) {
                      for (Definition definition : Definition.values()) {
                        seen +=
                            check(
                                record,
                                store,
                                positions,
                                question(unit, definition),
                                rulebook.rulebook().counting().classes());
                      }
                    }
                    return seen;
                  });
      assertThat(parts).as("what the parts hold").isGreaterThan(500);
    }
  }

  private static Question question(Unit unit, Definition definition) {
    return new Question(
        unit,
        definition,
        null,
        By.MONTH,
        Dated.RECORDED,
        END.minusMonths(6),
        END.minusDays(1),
        null);
  }

  private static long check(
      CountedRecord record,
      FigureStore store,
      KnownPositions positions,
      Question question,
      List<OffenceClass> classes) {
    KnownAt known = positions.at(null);
    long position = Counting.position(record, known);
    Set<java.util.UUID> closed = store.closed();
    for (Part.Slot slot : Part.Slot.values()) {
      Part part = new Part(slot, null);
      Lineage found = store.records(question, known, true, part, 0, 1_000);
      Lineage held =
          new MemoryLineage(record, question, position).records(part, Map.of(), closed, 0, 1_000);
      assertThat(held.total()).as(question + " " + slot).isEqualTo(found.total());
      assertThat(held.rows())
          .extracting(Lineage.Row::id)
          .as(question + " " + slot)
          .containsExactlyInAnyOrderElementsOf(found.rows().stream().map(Lineage.Row::id).toList());
    }
    long seen = 0;
    for (Breakdown.Parting parting : new Breakdowns(record, question, position).parts()) {
      for (Breakdown.Part each : parting.parts()) {
        Feature feature = Feature.parse(parting.dimension() + ":" + each.label());
        long behind =
            new MemoryLineage(record, question, position)
                .records(
                    Part.TOTAL,
                    Map.of(feature.of(), feature.labels(record.labels(Dimension.WHAT), classes)),
                    Set.of(),
                    0,
                    1)
                .total();
        assertThat(behind).as(question + " " + feature).isEqualTo(each.after());
        seen += behind;
      }
    }
    assertThat(ofGroups(record, question, position, classes))
        .as(question + " by groups of offences")
        .isEqualTo(ids(record, question, position, Map.of()));
    return seen;
  }

  /** What all groups hold, what the rulebook does not know included. */
  private static Set<String> ofGroups(
      CountedRecord record, Question question, long position, List<OffenceClass> classes) {
    Set<String> units = new HashSet<>();
    Stream.concat(Stream.of(""), classes.stream().map(OffenceClass::group))
        .distinct()
        .map(group -> new Feature(Feature.GROUP, group))
        .forEach(group ->
            units.addAll(
                ids(
                    record,
                    question,
                    position,
                    Map.of(group.of(), group.labels(record.labels(Dimension.WHAT), classes)))));
    return units;
  }

  private static Set<String> ids(
      CountedRecord record, Question question, long position, Map<String, Set<String>> having) {
    return new MemoryLineage(record, question, position)
        .records(Part.TOTAL, having, Set.of(), 0, Integer.MAX_VALUE).rows().stream()
            .map(row -> row.id().toString())
            .collect(Collectors.toSet());
  }
}
